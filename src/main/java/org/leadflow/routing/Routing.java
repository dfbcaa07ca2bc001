package org.leadflow.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leadflow.lead.Lead;
import org.leadflow.rules.Fired;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Receiver;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.Target;
import org.leadflow.rules.Verdict;
import org.springframework.stereotype.Service;

/**
 * Asks who takes a lead: first the company's rules which business unit or channel partner, then
 * that one's own rules which person, queue or team. Writes nothing.
 */
@Service
public class Routing {

  private final Rulebook rules;
  private final Facts facts;

  Routing(Rulebook rules, Facts facts) {
    this.rules = rules;
    this.facts = facts;
  }

  /** Where the rules would send the lead as it stands. */
  public Route decide(Lead lead) {
    return decide(facts.of(lead), rules);
  }

  /** Where these rules would send a lead of which this is known. */
  public static Route decide(LeadFacts known, Rulebook rules) {
    List<Verdict> verdicts = new ArrayList<>();
    Optional<Fired> company = ask(rules, "routing/company", known, verdicts);
    if (company.isEmpty()) {
      return new Route(
          known,
          verdicts,
          null,
          null,
          "no-unit-matched",
          "No rule of the company names a unit or partner for this lead.");
    }
    Receiver receiver = (Receiver) company.get().outcome();
    String ruleSet =
        (receiver.kind() == Receiver.Kind.UNIT ? "routing/units/" : "routing/partners/")
            + receiver.id();
    if (!rules.contains(ruleSet)) {
      return new Route(
          known,
          verdicts,
          receiver,
          null,
          "no-rules",
          reason(company.get()) + " But there are no rules in " + ruleSet + ".");
    }
    Optional<Fired> inside = ask(rules, ruleSet, known, verdicts);
    if (inside.isEmpty()) {
      return new Route(
          known,
          verdicts,
          receiver,
          null,
          "no-rule-matched",
          reason(company.get()) + " But no rule of it fits this lead.");
    }
    return new Route(
        known,
        verdicts,
        receiver,
        (Target) inside.get().outcome(),
        "routed",
        reason(company.get()) + " " + reason(inside.get()));
  }

  private static Optional<Fired> ask(
      Rulebook rules, String ruleSet, LeadFacts known, List<Verdict> verdicts) {
    Verdict verdict = rules.ask(ruleSet, known);
    verdicts.add(verdict);
    return verdict.winner();
  }

  private static String reason(Fired rule) {
    return rule.sentence() + " (" + rule.ruleId() + ").";
  }
}
