package org.leadflow.rules;

import java.util.List;

/**
 * All rule sets that passed their cases when the application started. Safe for any number of
 * threads; asking has no side effects, and the same facts and version always get the same verdict.
 */
public interface Rulebook {

  /**
   * Fires every rule of the set that matches.
   *
   * @param ruleSet path of its folder, for example {@code scoring} or {@code routing/company}
   * @throws UnknownRuleSet if there is no such folder; ask {@link #contains} first where that is
   *     expected
   * @throws RuleSetFailed if a rule broke or the rules did not come to an end; no half result
   */
  Verdict ask(String ruleSet, LeadFacts facts);

  /** Whether there is a rule set of this name. */
  boolean contains(String ruleSet);

  /** All rule sets, by name. */
  List<RuleSet> ruleSets();
}
