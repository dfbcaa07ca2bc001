package org.leadflow.duplicates;

/** How sure a rule is that two records are about the same company or person. */
public enum Certainty {
  /** They are the same as far as keys can tell. */
  EXACT,
  /** A person decides. */
  LIKELY
}
