package org.leadflow.rules.house;

import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.RuleSetFailed;
import org.leadflow.rules.Verdict;

/** The rules of one folder, ready to be asked by any number of threads. */
public interface CompiledRules {

  /**
   * @throws RuleSetFailed if a rule broke or the rules did not come to an end
   */
  Verdict ask(LeadFacts facts) throws RuleSetFailed;
}
