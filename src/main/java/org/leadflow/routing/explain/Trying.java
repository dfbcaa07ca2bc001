package org.leadflow.routing.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Refused;
import org.leadflow.intake.Intake;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadCreation;
import org.leadflow.lead.LeadFields;
import org.leadflow.organization.Owner;
import org.leadflow.routing.Decision.Question;
import org.leadflow.routing.Facts;
import org.leadflow.routing.Foresight;
import org.leadflow.routing.Route;
import org.leadflow.routing.explain.LeadExplanation.Answered;
import org.leadflow.routing.explain.LeadExplanation.Asked;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.RuleSetFailed;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.Target;
import org.leadflow.rules.UnknownRuleSet;
import org.leadflow.rules.Verdict;
import org.leadflow.rules.explain.FactValues;
import org.leadflow.rules.explain.Reasons;
import org.springframework.stereotype.Service;

/** Tells what would become of a lead if it were sent in now. Nothing of it is kept. */
@Service
public class Trying {

  private final Intake intake;
  private final LeadCreation leads;
  private final Facts facts;
  private final Telling telling;
  private final Foresight foresight;
  private final ObjectMapper json;

  Trying(
      Intake intake,
      LeadCreation leads,
      Facts facts,
      Telling telling,
      Foresight foresight,
      ObjectMapper json) {
    this.intake = intake;
    this.leads = leads;
    this.facts = facts;
    this.telling = telling;
    this.foresight = foresight;
    this.json = json;
  }

  /**
   * What would become of a lead.
   *
   * @param autoPopulated the fields that would be filled from the account and contact it names
   * @param outcome where it would end, such as {@code team dach-enterprise}, {@code blocked
   *     Unsolicited} or {@code nobody}
   * @param owner whose it would be now; null when it would wait at the lead desk or be closed
   */
  public record TriedLead(
      List<String> autoPopulated,
      String outcome,
      @Nullable Owner owner,
      List<Answered> questions) {}

  /**
   * Asks these rules.
   *
   * @throws Refused naming every field that intake would refuse; or when a rule broke
   */
  public TriedLead attempt(LeadFields given, Rulebook rules) {
    Intake.Prepared prepared = intake.prepare(given);
    Refused.ifAny(prepared.faults());
    Lead lead = leads.unstored(prepared.fields(), "API");
    Course course;
    try {
      course = Course.of(facts.of(lead), rules);
    } catch (RuleSetFailed | UnknownRuleSet failed) {
      throw Refused.conflict(
          "rules-failed", "The lead would wait at the lead desk: " + failed.getMessage());
    }
    return told(lead, prepared.autoPopulated(), course, rules);
  }

  private TriedLead told(Lead lead, List<String> autoPopulated, Course course, Rulebook rules) {
    List<Answered> questions = new ArrayList<>();
    Verdict screening = course.screening();
    boolean blocked = screening.firstBlocker().isPresent();
    questions.add(
        answered(
            Question.SCREENING,
            blocked ? "screened-out" : "passed",
            blocked
                ? screening.firstBlocker().orElseThrow().sentence()
                : "Nothing speaks against its being a real lead.",
            course.facts(),
            List.of(asked(screening, course.facts(), rules)),
            null,
            null,
            null));
    Verdict scoring = course.scoring();
    Route route = course.route();
    if (scoring == null || route == null) {
      return new TriedLead(autoPopulated, Reasons.answer(screening), null, questions);
    }
    questions.add(
        answered(
            Question.SCORING,
            "scored",
            scoring.score() + " points, grade " + scoring.grade(),
            course.facts(),
            List.of(asked(scoring, course.facts(), rules)),
            null,
            null,
            null));
    Foresight.Prospect prospect = foresight.of(lead, route);
    questions.add(
        answered(
            Question.ROUTING,
            route.code(),
            route.sentence(),
            route.facts(),
            route.verdicts().stream().map(each -> asked(each, route.facts(), rules)).toList(),
            route,
            prospect.owner(),
            prospect.candidates().isEmpty() ? null : json.valueToTree(prospect.candidates())));
    Target target = route.target();
    return new TriedLead(
        autoPopulated,
        target == null ? "nobody" : Reasons.words(target),
        prospect.owner(),
        questions);
  }

  private Asked asked(Verdict verdict, LeadFacts seen, Rulebook rules) {
    Optional<RuleSet> set =
        rules.ruleSets().stream()
            .filter(each -> each.name().equals(verdict.ruleSet()))
            .filter(each -> each.version().equals(verdict.version()))
            .findFirst();
    return telling.asked(verdict, seen, set, false);
  }

  private Answered answered(
      Question question,
      String code,
      String sentence,
      LeadFacts seen,
      List<Asked> asked,
      @Nullable Route route,
      @Nullable Owner owner,
      @Nullable JsonNode candidates) {
    return new Answered(
        question,
        true,
        null,
        code,
        sentence,
        FactValues.known(seen),
        asked,
        route == null || route.receiver() == null ? null : json.valueToTree(route.receiver()),
        route == null || route.target() == null ? null : json.valueToTree(route.target()),
        owner,
        candidates);
  }
}
