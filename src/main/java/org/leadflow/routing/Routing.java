package org.leadflow.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.lead.Lead;
import org.leadflow.routing.PartnersLeads.Instead;
import org.leadflow.rules.Fired;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Receiver;
import org.leadflow.rules.RuleSetFailed;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.Target;
import org.leadflow.rules.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Asks who takes a lead: first the company's rules which business unit or channel partner, then
 * that one's own rules which person, queue or team. Writes nothing.
 */
@Service
public class Routing {

  private static final Logger log = LoggerFactory.getLogger(Routing.class);
  private static final String COMPANY = "routing/company";
  private static final int LONGEST = 1000;

  private final Rulebook rules;
  private final Facts facts;
  private final PartnersLeads partners;

  Routing(Rulebook rules, Facts facts, PartnersLeads partners) {
    this.rules = rules;
    this.facts = facts;
    this.partners = partners;
  }

  /**
   * Where the rules would send the lead as it stands; to its partner while he keeps it, and to the
   * unit of a partner who did not take it. Rules that cannot answer name nobody: the route says
   * which set it was.
   */
  public Route decide(Lead lead) {
    return partners
        .kept(lead)
        .orElseGet(() -> decide(facts.of(lead), rules, partner -> partners.instead(lead, partner)));
  }

  /** Where these rules would send a lead of which this is known. */
  public static Route decide(LeadFacts known, Rulebook rules) {
    return decide(known, rules, partner -> Optional.empty());
  }

  private static Route decide(
      LeadFacts known, Rulebook rules, Function<String, Optional<Instead>> instead) {
    var asked = new Asked(known, rules);
    try {
      Verdict company = asked.ask(COMPANY);
      Fired first = company.winner().orElse(null);
      if (first == null) {
        return company.conflict().isEmpty()
            ? asked.nobody(
                "no-unit-matched", "No rule of the company names a unit or partner for this lead.")
            : asked.conflict(company);
      }
      asked.reached(first, instead);
      Verdict inside = asked.ask(asked.insideOf());
      Fired second = inside.winner().orElse(null);
      if (second == null) {
        return inside.conflict().isEmpty()
            ? asked.nobody("no-rule-matched", "But no rule of it fits this lead.")
            : asked.conflict(inside);
      }
      return asked.found(second);
    } catch (RuleSetFailed failed) {
      log.warn("Rule set {} failed for a lead", failed.ruleSet(), failed);
      return asked.nobody("rules-failed", shortened(failed.getMessage()) + ".");
    } catch (Missing missing) {
      return asked.nobody("no-rules", "There are no rules in " + missing.ruleSet + ".");
    }
  }

  /** What broke names the rule and may show values at length. */
  static String shortened(String message) {
    return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
  }

  private static String reason(Fired rule) {
    return rule.sentence() + " (" + rule.ruleId() + ").";
  }

  /** A set that is not there, or not any more. */
  private static final class Missing extends RuntimeException {

    private final String ruleSet;

    private Missing(String ruleSet) {
      super(ruleSet, null, false, false);
      this.ruleSet = ruleSet;
    }
  }

  /** What was asked so far. */
  private static final class Asked {

    private final LeadFacts known;
    private final Rulebook rules;
    private final List<Verdict> verdicts = new ArrayList<>();
    private @Nullable Receiver receiver;
    private String reasons = "";
    private String code = Route.ROUTED;

    private Asked(LeadFacts known, Rulebook rules) {
      this.known = known;
      this.rules = rules;
    }

    private Verdict ask(String ruleSet) {
      if (!rules.contains(ruleSet)) {
        throw new Missing(ruleSet);
      }
      Verdict verdict = rules.ask(ruleSet, known);
      verdicts.add(verdict);
      return verdict;
    }

    private void reached(Fired rule, Function<String, Optional<Instead>> instead) {
      receiver = (Receiver) rule.outcome();
      reasons = reason(rule) + " ";
      if (receiver.kind() == Receiver.Kind.PARTNER) {
        instead
            .apply(receiver.id())
            .ifPresent(
                other -> {
                  receiver = Receiver.unit(other.unit(), receiver.priority());
                  reasons += other.sentence() + " ";
                  code = Route.FELL_BACK;
                });
      }
    }

    private String insideOf() {
      return (receiver.kind() == Receiver.Kind.UNIT ? "routing/units/" : "routing/partners/")
          + receiver.id();
    }

    private Route found(Fired rule) {
      return new Route(
          known, verdicts, receiver, (Target) rule.outcome(), code, reasons + reason(rule));
    }

    private Route conflict(Verdict verdict) {
      String names =
          verdict.conflict().stream()
              .map(rule -> rule.sentence() + " (" + rule.ruleId() + ")")
              .collect(Collectors.joining("; "));
      return nobody(
          "rules-conflict",
          "Rules of "
              + verdict.ruleSet()
              + " with the same priority name different receivers: "
              + names
              + ".");
    }

    private Route nobody(String code, String sentence) {
      return new Route(known, verdicts, receiver, null, code, reasons + sentence);
    }
  }
}
