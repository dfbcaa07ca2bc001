package org.leadflow.rules.explain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leadflow.rules.Fired;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Rule;
import org.leadflow.rules.Verdict;

/**
 * A rule and what it did about a lead.
 *
 * @param place file and line, or cell
 * @param outcomes what it says when it fires, in words
 * @param code {@code won}, {@code added}, {@code lost}, {@code conflict}, {@code did-not-fire} or
 *     {@code not-asked}
 * @param reason the same as a sentence
 * @param alternatives of a rule that did not fire, each way in which it could have, the closest
 *     first
 */
public record RuleReason(
    String ruleId,
    String sentence,
    String owner,
    String ruleSet,
    String version,
    String place,
    List<String> outcomes,
    String code,
    String reason,
    List<Silence.Alternative> alternatives) {

  /** What this rule of the set did when it was asked. */
  public static RuleReason of(Rule rule, Verdict verdict, LeadFacts facts) {
    return fired(rule, verdict)
        .map(fired -> of(rule, verdict, Reasons.of(fired, verdict)))
        .orElseGet(() -> silent(rule, verdict, facts));
  }

  /**
   * What this rule would have done, had its set been asked.
   *
   * @param verdict what its set would have said
   * @param why why it was not
   */
  public static RuleReason notAsked(Rule rule, Verdict verdict, LeadFacts facts, String why) {
    boolean holds = fired(rule, verdict).isPresent();
    Silence silence = holds ? new Silence(List.of(), "") : Silence.of(rule, facts);
    return reason(
        rule,
        verdict,
        "not-asked",
        why
            + (holds
                ? " Its conditions hold."
                : " It would not have fired either: " + silence.sentence() + "."),
        silence.alternatives());
  }

  private static RuleReason of(Rule rule, Verdict verdict, Reasons.Reason reason) {
    String code = reason.result().name().toLowerCase(Locale.ROOT);
    return reason(rule, verdict, code, reason.why(), List.of());
  }

  private static RuleReason silent(Rule rule, Verdict verdict, LeadFacts facts) {
    Silence silence = Silence.of(rule, facts);
    return reason(rule, verdict, "did-not-fire", silence.sentence() + ".", silence.alternatives());
  }

  private static RuleReason reason(
      Rule rule,
      Verdict verdict,
      String code,
      String reason,
      List<Silence.Alternative> alternatives) {
    return new RuleReason(
        rule.id(),
        rule.sentence(),
        rule.owner(),
        verdict.ruleSet(),
        verdict.version(),
        rule.place().toString(),
        rule.outcomes().stream().map(Reasons::words).toList(),
        code,
        reason,
        alternatives);
  }

  private static Optional<Fired> fired(Rule rule, Verdict verdict) {
    return verdict.fired().stream().filter(each -> each.ruleId().equals(rule.id())).findFirst();
  }
}
