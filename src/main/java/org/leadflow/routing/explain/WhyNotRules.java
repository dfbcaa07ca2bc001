package org.leadflow.routing.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Caller;
import org.leadflow.routing.explain.KeptAnswers.Answers;
import org.leadflow.routing.explain.KeptAnswers.Said;
import org.leadflow.rules.Fired;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Rule;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.RuleSetFailed;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.Verdict;
import org.leadflow.rules.explain.KeptRules;
import org.leadflow.rules.explain.ReadableRules;
import org.leadflow.rules.explain.Reasons;
import org.leadflow.rules.explain.RuleReason;
import org.springframework.stereotype.Service;

/**
 * Answers why a lead did not go somewhere: with the rules as they were when they decided, and for
 * rule sets that were not asked with those at work now.
 */
@Service
public class WhyNotRules {

  private static final String COMPANY = "routing/company";
  private static final List<String> CLOSEST_FIRST =
      List.of("won", "conflict", "lost", "did-not-fire", "not-asked");
  private static final int SHOWN = 100;

  private final KeptAnswers answers;
  private final KeptRules rules;

  WhyNotRules(KeptAnswers answers, KeptRules rules) {
    this.answers = answers;
    this.rules = rules;
  }

  /**
   * Why this rule did not decide about the lead.
   *
   * @param caller is told nothing of rules he may not read
   * @return empty when there is no such rule, neither in the versions that decided nor now
   */
  public Optional<WhyNotAnswer> rule(UUID leadId, String ruleId, Caller caller) {
    Answers kept = answers.of(leadId);
    String asked = "rule " + ruleId;
    List<RuleReason> found = reasons(kept, rule -> rule.id().equals(ruleId), caller);
    if (!found.isEmpty()) {
      return Optional.of(answer(asked, found.get(0).code(), found.get(0).reason(), found, null));
    }
    return rules.atWork().ruleSets().stream()
        .filter(set -> ReadableRules.areFor(caller, set.name()))
        .filter(set -> KeptRules.rule(set, ruleId).isPresent())
        .findFirst()
        .map(set -> answer(asked, "not-in-version", unseen(set, kept), List.of(), null));
  }

  private static String unseen(RuleSet set, Answers kept) {
    return kept.of(set.name())
        .map(
            verdict ->
                "The rule is not in version %s of %s, which decided; it came later."
                    .formatted(verdict.version(), set.name()))
        .orElse("Rules have not decided about this lead.");
  }

  /** Why the lead did not go there; the answer says so when no rule names it at all. */
  public WhyNotAnswer target(UUID leadId, Wanted wanted, Caller caller) {
    Answers kept = answers.of(leadId);
    String asked = wanted.toString();
    if (!kept.routed()) {
      return answer(
          asked,
          kept.screenedOut() ? "screened-out" : "not-decided",
          kept.screenedOut()
              ? "The lead was screened out before anybody was asked who takes it."
              : "No rules have decided yet who takes this lead.",
          List.of(),
          null);
    }
    List<RuleReason> found =
        reasons(kept, wanted::isNamedBy, caller).stream()
            .filter(reason -> reason.ruleSet().startsWith("routing/"))
            .limit(SHOWN)
            .toList();
    Optional<JsonNode> candidate = candidate(kept, wanted);
    if (candidate.isPresent() && found.stream().noneMatch(each -> each.code().equals("won"))) {
      return wanted.is(kept.owner())
          ? answer(asked, "chosen", "The rules chose the team.", found, candidate.get())
          : answer(asked, "turn-of-another", turn(candidate.get()), found, candidate.get());
    }
    if (found.isEmpty()) {
      return answer(asked, "no-rule-names-it", "No rule names " + asked + ".", found, null);
    }
    RuleReason closest = found.get(0);
    return closest.code().equals("won")
        ? answer(
            asked,
            "chosen",
            "The rules chose it: %s (%s).".formatted(closest.sentence(), closest.ruleId()),
            found,
            null)
        : answer(
            asked,
            closest.code(),
            "%s (%s): %s".formatted(closest.sentence(), closest.ruleId(), closest.reason()),
            found,
            null);
  }

  private static WhyNotAnswer answer(
      String asked,
      String code,
      String sentence,
      List<RuleReason> found,
      @Nullable JsonNode candidate) {
    return new WhyNotAnswer(asked, code, sentence, found, candidate);
  }

  private static Optional<JsonNode> candidate(Answers kept, Wanted wanted) {
    if (wanted.kind() == Wanted.Kind.PERSON) {
      for (JsonNode each : kept.candidates()) {
        if (each.path("userId").asText().equals(wanted.id())) {
          return Optional.of(each);
        }
      }
    }
    return Optional.empty();
  }

  private static String turn(JsonNode candidate) {
    return candidate.path("eligible").asBoolean()
        ? "The rules chose the team, and it was the turn of another of its members."
        : "The rules chose the team, and this member could not have the turn: "
            + candidate.path("gate").asText()
            + ".";
  }

  /** What every rule of this kind did, or would have done; the ones that came closest first. */
  private List<RuleReason> reasons(Answers kept, Matching wanted, Caller caller) {
    Map<String, List<RuleReason>> bySet = new LinkedHashMap<>();
    kept.said()
        .forEach(
            (name, said) ->
                rules
                    .version(name, said.verdict().version())
                    .filter(set -> ReadableRules.areFor(caller, set.name()))
                    .ifPresent(set -> bySet.put(name, told(set, said, wanted))));
    Rulebook now = rules.atWork();
    kept.facts()
        .ifPresent(
            facts ->
                now.ruleSets().stream()
                    .filter(set -> !kept.said().containsKey(set.name()))
                    .filter(set -> ReadableRules.areFor(caller, set.name()))
                    .forEach(
                        set -> bySet.put(set.name(), notAsked(set, now, facts, kept, wanted))));
    List<RuleReason> all = new ArrayList<>();
    bySet.values().forEach(all::addAll);
    all.sort(Comparator.comparingInt(each -> CLOSEST_FIRST.indexOf(each.code())));
    return all;
  }

  private static List<RuleReason> told(RuleSet set, Said said, Matching wanted) {
    return set.rules().stream()
        .filter(wanted::fits)
        .map(rule -> RuleReason.of(rule, said.verdict(), said.facts()))
        .toList();
  }

  private static List<RuleReason> notAsked(
      RuleSet set, Rulebook now, LeadFacts facts, Answers kept, Matching wanted) {
    List<Rule> named = set.rules().stream().filter(wanted::fits).toList();
    if (named.isEmpty()) {
      return List.of();
    }
    Verdict would;
    try {
      would = now.ask(set.name(), facts);
    } catch (RuleSetFailed failed) {
      would = new Verdict(set.name(), set.version(), List.of());
    }
    Verdict verdict = would;
    if (set.name().equals("screening")) {
      // A lead that passed: it was asked, and nothing was kept of it.
      return named.stream().map(rule -> RuleReason.of(rule, verdict, facts)).toList();
    }
    String why = elsewhere(set.name(), kept);
    return named.stream().map(rule -> RuleReason.notAsked(rule, verdict, facts, why)).toList();
  }

  private static String elsewhere(String ruleSet, Answers kept) {
    Optional<Fired> company = kept.of(COMPANY).flatMap(Verdict::winner);
    return company
        .map(
            fired ->
                "The rules in %s were not asked: %s (%s) sent the lead to %s before that."
                    .formatted(
                        ruleSet, fired.sentence(), fired.ruleId(), Reasons.words(fired.outcome())))
        .orElse(
            "The rules in %s were not asked: no rule of the company named a unit or partner."
                .formatted(ruleSet));
  }

  private interface Matching {
    boolean fits(Rule rule);
  }
}
