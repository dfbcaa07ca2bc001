package org.leadflow.routing;

import java.util.List;
import java.util.Optional;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadLife;
import org.leadflow.lead.StatusCode;
import org.leadflow.routing.Decision.Question;
import org.leadflow.rules.Blocker;
import org.leadflow.rules.Fired;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.RuleSetFailed;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks the first two questions about a lead: is it a real one, and how promising is it? */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Judgement {

  private static final Logger log = LoggerFactory.getLogger(Judgement.class);

  private final Rulebook rules;
  private final Facts facts;
  private final LeadLife life;
  private final Decisions decisions;

  Judgement(Rulebook rules, Facts facts, LeadLife life, Decisions decisions) {
    this.rules = rules;
    this.facts = facts;
    this.life = life;
    this.decisions = decisions;
  }

  /**
   * The reason to disqualify the lead with, when something speaks against its being one. Only that
   * is kept as a decision, because only that has to be explained, and that the rules could not
   * answer: then the lead counts as real, since nothing spoke against it.
   */
  public Optional<StatusCode> screen(Lead lead) {
    LeadFacts known = facts.of(lead);
    return ask(lead, Question.SCREENING, "screening", known)
        .flatMap(verdict -> blocked(lead, known, verdict));
  }

  private Optional<StatusCode> blocked(Lead lead, LeadFacts known, Verdict verdict) {
    Optional<Fired> blocker = verdict.firstBlocker();
    blocker.ifPresent(
        rule ->
            keep(
                lead,
                Question.SCREENING,
                "screened-out",
                rule.sentence() + " (" + rule.ruleId() + ")",
                Explanation.of(known, List.of(verdict))));
    return blocker.map(
        rule -> StatusCode.ofLabel(((Blocker) rule.outcome()).statusReason()).orElseThrow());
  }

  /**
   * Writes score and grade to the lead and keeps which rules gave the points. A lead the rules
   * cannot score stays without.
   */
  public void score(Lead lead) {
    LeadFacts known = facts.of(lead);
    ask(lead, Question.SCORING, "scoring", known)
        .ifPresent(
            verdict -> {
              String grade = verdict.grade().name();
              life.scored(lead, verdict.score(), grade);
              keep(
                  lead,
                  Question.SCORING,
                  "scored",
                  verdict.score() + " points, grade " + grade,
                  Explanation.of(known, List.of(verdict)));
            });
  }

  private Optional<Verdict> ask(Lead lead, Question question, String ruleSet, LeadFacts known) {
    if (!rules.contains(ruleSet)) {
      cannot(lead, question, "no-rules", "There are no rules in " + ruleSet + ".", known);
      return Optional.empty();
    }
    try {
      return Optional.of(rules.ask(ruleSet, known));
    } catch (RuleSetFailed failed) {
      log.warn("Rule set {} failed for {}", failed.ruleSet(), lead);
      String why = Routing.shortened(failed.getMessage()) + ".";
      cannot(lead, question, "rules-failed", why, known);
      return Optional.empty();
    }
  }

  private void cannot(Lead lead, Question question, String code, String sentence, LeadFacts known) {
    keep(lead, question, code, sentence, Explanation.of(known, List.of()));
  }

  private void keep(
      Lead lead, Question question, String code, String sentence, Explanation explanation) {
    decisions.keep(lead.leadId(), question, code, sentence, null, null, explanation);
  }
}
