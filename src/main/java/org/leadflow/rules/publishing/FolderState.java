package org.leadflow.rules.publishing;

/** How the folder of a node stands to what is at work. */
public enum FolderState {
  /** What it holds is at work. */
  AT_WORK,
  /** What it holds was at work; an operator put another version to work since. */
  REPLACED,
  /** Something is wrong with what it holds. */
  REFUSED,
  /** The set came from a folder that is gone. */
  MISSING,
  /** The set never came from the folder. */
  NONE
}
