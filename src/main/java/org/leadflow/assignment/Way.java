package org.leadflow.assignment;

/** How a member is given a lead past the turn. */
public enum Way {
  /** By somebody's hand. */
  MANUAL,
  /** Because he owns the customer or another lead of the same person. */
  STICKY
}
