package org.leadflow.routing;

import java.util.Optional;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadLife;
import org.leadflow.lead.StatusCode;
import org.leadflow.routing.Decision.Question;
import org.leadflow.rules.Blocker;
import org.leadflow.rules.Fired;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.Verdict;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks the first two questions about a lead: is it a real one, and how promising is it? */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Judgement {

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
   * is kept as a decision, because only that has to be explained.
   */
  public Optional<StatusCode> screen(Lead lead) {
    LeadFacts known = facts.of(lead);
    Verdict verdict = rules.ask("screening", known);
    Optional<Fired> blocker = verdict.firstBlocker();
    blocker.ifPresent(
        rule ->
            decisions.keep(
                lead.leadId(),
                Question.SCREENING,
                "screened-out",
                rule.sentence() + " (" + rule.ruleId() + ")",
                null,
                Explanation.of(known, verdict)));
    return blocker.map(
        rule -> StatusCode.ofLabel(((Blocker) rule.outcome()).statusReason()).orElseThrow());
  }

  /** Writes score and grade to the lead and keeps which rules gave the points. */
  public void score(Lead lead) {
    LeadFacts known = facts.of(lead);
    Verdict verdict = rules.ask("scoring", known);
    String grade = verdict.grade().name();
    life.scored(lead, verdict.score(), grade);
    decisions.keep(
        lead.leadId(),
        Question.SCORING,
        "scored",
        verdict.score() + " points, grade " + grade,
        null,
        Explanation.of(known, verdict));
  }
}
