package org.leadflow.routing.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.Owner;
import org.leadflow.routing.Decision;
import org.leadflow.routing.Decision.Question;
import org.leadflow.routing.Decisions;
import org.leadflow.routing.explain.KeptReasons.Kept;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Verdict;
import org.springframework.stereotype.Component;

/** The newest answers of rules about a lead, by the rule set that gave them. */
@Component
class KeptAnswers {

  private final Decisions decisions;
  private final KeptReasons kept;

  KeptAnswers(Decisions decisions, KeptReasons kept) {
    this.decisions = decisions;
    this.kept = kept;
  }

  /** What a rule set said of which facts. */
  record Said(Verdict verdict, LeadFacts facts) {}

  /**
   * @param said in the order in which they were asked
   * @param facts of the last question that rules answered
   * @param owner who got it by the last of them
   * @param candidates of the turn, an array; missing when there was none
   */
  record Answers(
      Map<String, Said> said,
      Optional<LeadFacts> facts,
      boolean screenedOut,
      boolean routed,
      @Nullable Owner owner,
      JsonNode candidates) {

    Optional<Verdict> of(String ruleSet) {
      return Optional.ofNullable(said.get(ruleSet)).map(Said::verdict);
    }
  }

  Answers of(UUID leadId) {
    List<Decision> byRules =
        decisions.of(leadId).stream()
            .filter(decision -> decision.explanation().path("facts").isObject())
            .toList();
    Map<String, Said> said = new LinkedHashMap<>();
    Optional<LeadFacts> facts = Optional.empty();
    for (Question question : Question.values()) {
      Optional<Decision> newest = Explanations.newest(byRules, question);
      if (newest.isPresent()) {
        Kept read = kept.read(newest.get().explanation());
        facts = Optional.ofNullable(read.facts());
        read.verdicts()
            .forEach(verdict -> said.put(verdict.ruleSet(), new Said(verdict, read.facts())));
      }
    }
    Optional<Decision> routing = Explanations.newest(byRules, Question.ROUTING);
    return new Answers(
        said,
        facts,
        routing.isEmpty() && Explanations.newest(byRules, Question.SCREENING).isPresent(),
        routing.isPresent(),
        routing.map(Decision::owner).orElse(null),
        routing
            .map(decision -> decision.explanation().path("candidates"))
            .orElseGet(MissingNode::getInstance));
  }
}
