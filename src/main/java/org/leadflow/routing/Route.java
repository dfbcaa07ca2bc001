package org.leadflow.routing;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.lead.RuleAnswer;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Receiver;
import org.leadflow.rules.Target;
import org.leadflow.rules.Verdict;

/**
 * Where the rules would send a lead; nothing is written yet.
 *
 * @param facts null when the rules were not asked, because a partner keeps the lead
 * @param code {@code routed}, {@code fell-back} to the unit of a partner who did not take it,
 *     {@code protected} for a lead its partner keeps, or why there is no target: {@code
 *     no-unit-matched}, {@code no-rules}, {@code no-rule-matched}, {@code rules-failed} (a rule
 *     broke, took too long or never ended), {@code rules-conflict} (rules of one priority
 *     contradict each other)
 * @param target null when the rules named nobody
 */
public record Route(
    @Nullable LeadFacts facts,
    List<Verdict> verdicts,
    @Nullable Receiver receiver,
    @Nullable Target target,
    String code,
    String sentence) {

  static final String ROUTED = "routed";
  static final String FELL_BACK = "fell-back";
  static final String PROTECTED = "protected";

  /** Whether a partner keeps the lead, so that no rule was asked. */
  boolean isKept() {
    return code.equals(PROTECTED);
  }

  /** Whether the rules named somebody. */
  public boolean hasTarget() {
    return target != null;
  }

  /** The same as the lead keeps it. */
  RuleAnswer answer() {
    return new RuleAnswer(
        receiver == null ? null : receiver.id(),
        verdicts.stream()
            .map(verdict -> verdict.ruleSet() + "@" + verdict.version())
            .collect(Collectors.joining(", ")));
  }
}
