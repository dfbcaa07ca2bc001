package org.leadflow.duplicates;

/** What follows where a rule holds. */
enum Verdict {
  /** The new lead is merged into the open one, or linked to the contact. */
  SURE,
  /** A person decides. */
  ASK,
  /** As if it did not hold. */
  NOTHING
}
