package org.leadflow.routing.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.routing.explain.LeadExplanation.Asked;
import org.leadflow.routing.explain.LeadExplanation.FiredRule;
import org.leadflow.rules.Fired;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Rule;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.Verdict;
import org.leadflow.rules.explain.KeptRules;
import org.leadflow.rules.explain.Reasons;
import org.leadflow.rules.explain.RuleReason;
import org.springframework.stereotype.Component;

/** Tells what the rules of one set said about a lead, whether it was kept or is being tried. */
@Component
class Telling {

  /** Of a table of ten thousand rows nobody reads all that did not fit. */
  private static final int SILENT_SHOWN = 200;

  private final KeptRules rules;

  Telling(KeptRules rules) {
    this.rules = rules;
  }

  /**
   * @param withSilent whether the rules that did not fire are wanted, too
   */
  Asked asked(Verdict verdict, @Nullable LeadFacts facts, boolean withSilent) {
    return asked(verdict, facts, rules.version(verdict.ruleSet(), verdict.version()), withSilent);
  }

  Asked asked(
      Verdict verdict, @Nullable LeadFacts facts, Optional<RuleSet> version, boolean withSilent) {
    List<FiredRule> fired =
        verdict.fired().stream()
            .map(each -> fired(each, verdict, version))
            .sorted(Comparator.comparing(FiredRule::result))
            .toList();
    return new Asked(
        verdict.ruleSet(),
        verdict.version(),
        Reasons.answer(verdict),
        fired,
        version.map(set -> set.rules().size() - fired.size()).orElse(null),
        withSilent && facts != null
            ? version.map(set -> silent(set, verdict, facts)).orElse(null)
            : null);
  }

  private static List<RuleReason> silent(RuleSet set, Verdict verdict, LeadFacts facts) {
    Set<String> fired = verdict.fired().stream().map(Fired::ruleId).collect(Collectors.toSet());
    return set.rules().stream()
        .filter(rule -> !fired.contains(rule.id()))
        .limit(SILENT_SHOWN)
        .map(rule -> RuleReason.of(rule, verdict, facts))
        .toList();
  }

  private static FiredRule fired(Fired fired, Verdict verdict, Optional<RuleSet> version) {
    Reasons.Reason reason = Reasons.of(fired, verdict);
    OptionalInt priority = Reasons.priority(fired.outcome());
    return new FiredRule(
        fired.ruleId(),
        fired.sentence(),
        fired.owner(),
        version
            .flatMap(set -> KeptRules.rule(set, fired.ruleId()))
            .map(Rule::place)
            .orElseGet(fired::place)
            .toString(),
        Reasons.words(fired.outcome()),
        priority.isPresent() ? priority.getAsInt() : null,
        reason.result(),
        reason.why());
  }
}
