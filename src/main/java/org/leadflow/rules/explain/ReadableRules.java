package org.leadflow.rules.explain;

import org.leadflow.access.Caller;

/**
 * Whose rules are told to whom: our own people read all, because why a lead did not come to their
 * unit stands in the rules of others; a partner's people read their partner's.
 */
public final class ReadableRules {

  private static final String PARTNERS = "routing/partners/";

  private ReadableRules() {}

  /** Whether the caller may read the rules of this set. */
  public static boolean areFor(Caller caller, String ruleSet) {
    return caller.partnerId() == null || ruleSet.equals(PARTNERS + caller.partnerId());
  }
}
