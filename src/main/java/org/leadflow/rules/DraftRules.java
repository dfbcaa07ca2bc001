package org.leadflow.rules;

import java.util.List;
import java.util.Optional;

/**
 * Rules that are not published, as they would be.
 *
 * @param findings everything that would keep them from being published
 * @param ruleSets the sets of the draft that compiled, by name
 * @param rulebook the sets of the draft that compiled, the others as they are at work now; empty
 *     when none of the draft compiled. It may still fail its cases: see the findings
 */
public record DraftRules(
    List<Finding> findings, List<RuleSet> ruleSets, Optional<Rulebook> rulebook) {

  public DraftRules {
    findings = List.copyOf(findings);
    ruleSets = List.copyOf(ruleSets);
  }
}
