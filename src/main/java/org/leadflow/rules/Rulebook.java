package org.leadflow.rules;

import java.util.List;

/**
 * The rule sets at work: each in the last version that passed its cases. A version may be replaced
 * between two questions; the verdict names the one that decided. Safe for any number of threads;
 * asking has no side effects, and the same facts and version always get the same verdict.
 */
public interface Rulebook {

  /**
   * Fires every rule of the set that matches.
   *
   * @param ruleSet path of its folder, for example {@code scoring} or {@code routing/company}
   * @throws UnknownRuleSet if no version of it is at work, because there never was a good one or it
   *     was retired; ask {@link #contains} first where that is expected
   * @throws RuleSetFailed if a rule broke or the rules did not come to an end; no half result
   */
  Verdict ask(String ruleSet, LeadFacts facts);

  /** Whether a version of this rule set is at work. */
  boolean contains(String ruleSet);

  /** All rule sets at work, by name. */
  List<RuleSet> ruleSets();
}
