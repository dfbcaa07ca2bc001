package org.leadflow.routing.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Caller;
import org.leadflow.routing.Decision;
import org.leadflow.routing.Decision.Question;
import org.leadflow.routing.Decisions;
import org.leadflow.routing.explain.KeptReasons.Kept;
import org.leadflow.routing.explain.LeadExplanation.Answered;
import org.leadflow.rules.Fired;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.RuleSetFailed;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.Verdict;
import org.leadflow.rules.explain.FactValues;
import org.leadflow.rules.explain.KeptRules;
import org.leadflow.rules.explain.ReadableRules;
import org.springframework.stereotype.Service;

/** Tells why a lead is where it is, from what its decisions kept. */
@Service
public class Explanations {

  private static final String SCREENING = "screening";

  private final Decisions decisions;
  private final KeptReasons kept;
  private final KeptRules rules;
  private final Telling telling;

  Explanations(Decisions decisions, KeptReasons kept, KeptRules rules, Telling telling) {
    this.decisions = decisions;
    this.kept = kept;
    this.rules = rules;
    this.telling = telling;
  }

  /**
   * Why the lead is where it is; empty of questions while none was decided.
   *
   * @param silentFor to whom the rules that did not fire are told, too, each with the conditions
   *     that did not hold, as far as he may read them; null when they are not wanted
   */
  public LeadExplanation of(UUID leadId, @Nullable Caller silentFor) {
    List<Decision> all = decisions.of(leadId);
    List<Answered> questions = new ArrayList<>();
    Optional<Decision> screening = newest(all, Question.SCREENING);
    Optional<Decision> scoring = newest(all, Question.SCORING);
    screening
        .map(decision -> answered(decision, silentFor))
        .or(
            () ->
                scoring.flatMap(
                    decision -> passed(kept.read(decision.explanation()).facts(), silentFor)))
        .ifPresent(questions::add);
    scoring.map(decision -> answered(decision, silentFor)).ifPresent(questions::add);
    newest(all, Question.ROUTING)
        .map(decision -> answered(decision, silentFor))
        .ifPresent(questions::add);
    return new LeadExplanation(leadId, questions);
  }

  static Optional<Decision> newest(List<Decision> newestFirst, Question question) {
    return newestFirst.stream().filter(each -> each.question() == question).findFirst();
  }

  private Answered answered(Decision decision, @Nullable Caller silentFor) {
    Kept read = kept.read(decision.explanation());
    return new Answered(
        decision.question(),
        false,
        decision.decidedOn(),
        decision.code(),
        decision.sentence(),
        known(read.facts()),
        read.verdicts().stream()
            .map(verdict -> telling.asked(verdict, read.facts(), tells(silentFor, verdict)))
            .toList(),
        there(decision.explanation().get("receiver")),
        there(decision.explanation().get("target")),
        decision.owner(),
        there(decision.explanation().get("candidates")));
  }

  /** Of a lead that nothing spoke against no decision is kept. */
  private Optional<Answered> passed(@Nullable LeadFacts facts, @Nullable Caller silentFor) {
    if (facts == null) {
      return Optional.empty();
    }
    return screened(rules.atWork(), facts)
        .map(
            verdict ->
                new Answered(
                    Question.SCREENING,
                    true,
                    null,
                    verdict.firstBlocker().isPresent() ? "would-be-screened-out" : "passed",
                    verdict
                        .firstBlocker()
                        .map(Fired::sentence)
                        .map(said -> "It passed then; the rules at work now say: " + said)
                        .orElse("Nothing speaks against its being a real lead."),
                    known(facts),
                    List.of(telling.asked(verdict, facts, tells(silentFor, verdict))),
                    null,
                    null,
                    null,
                    null));
  }

  private static Optional<Verdict> screened(Rulebook atWork, LeadFacts facts) {
    try {
      return atWork.contains(SCREENING)
          ? Optional.of(atWork.ask(SCREENING, facts))
          : Optional.empty();
    } catch (RuleSetFailed failed) {
      return Optional.empty();
    }
  }

  private static boolean tells(@Nullable Caller caller, Verdict verdict) {
    return caller != null && ReadableRules.areFor(caller, verdict.ruleSet());
  }

  private static Map<String, Object> known(@Nullable LeadFacts facts) {
    return facts == null ? Map.of() : FactValues.known(facts);
  }

  private static @Nullable JsonNode there(@Nullable JsonNode node) {
    return node == null || node.isNull() || node.isArray() && node.isEmpty() ? null : node;
  }
}
