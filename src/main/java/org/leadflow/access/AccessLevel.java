package org.leadflow.access;

/** How far a privilege reaches, from nowhere to everywhere; a later level includes all before. */
public enum AccessLevel {
  /** Nothing. */
  NONE,
  /** What the user, or one of his teams, owns. */
  BASIC,
  /** His own business unit; for a partner's user what his partner owns. */
  LOCAL,
  /** His own business unit and all below it, with the partners they look after. */
  DEEP,
  /** Everything. */
  GLOBAL
}
