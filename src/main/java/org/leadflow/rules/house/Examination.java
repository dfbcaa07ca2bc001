package org.leadflow.rules.house;

import java.util.List;
import org.leadflow.rules.BrokenRules;
import org.leadflow.rules.Finding;
import org.leadflow.rules.Rulebook;

/**
 * Everything that was found out about a rules folder.
 *
 * @param location where it was read from
 * @param findings what has to be put right before the rules may be put to work
 * @param warnings what does not stop the rules, but their author should know
 * @param cases the result of every case that could be run
 */
public record Examination(
    String location,
    List<Finding> findings,
    List<CaseResult> cases,
    List<ReadySet> ready,
    List<Finding> warnings) {

  /**
   * The rules, put to work.
   *
   * @throws BrokenRules if anything was found
   */
  public Rulebook rulebook() {
    if (!findings.isEmpty()) {
      throw new BrokenRules(location, findings);
    }
    return new LoadedRulebook(ready);
  }
}
