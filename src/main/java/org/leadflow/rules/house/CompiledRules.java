package org.leadflow.rules.house;

import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.RuleSetFailed;
import org.leadflow.rules.Verdict;

/** The rules of one folder, ready to be asked by any number of threads. */
public interface CompiledRules {

  /**
   * What the rules say. Of the rows of a routing table only those of its lowest priority number
   * count.
   *
   * @throws RuleSetFailed if a rule broke or the rules did not come to an end in time
   */
  Verdict ask(LeadFacts facts) throws RuleSetFailed;

  /**
   * The same with every row of a routing table that fits, also those that lose against other rows;
   * for explanations. Winner and conflict are the same.
   *
   * @throws RuleSetFailed if a rule broke or the rules did not come to an end in time
   */
  default Verdict askAll(LeadFacts facts) throws RuleSetFailed {
    return ask(facts);
  }

  /** Whether they are not asked any more because they did not come to an end too often. */
  default boolean isGivenUp() {
    return false;
  }
}
