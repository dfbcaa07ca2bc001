package org.leadflow.rules.author;

import java.io.PrintStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Fired;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Outcome;
import org.leadflow.rules.Receiver;
import org.leadflow.rules.RuleSetFailed;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.Verdict;
import org.leadflow.rules.house.TriedLead;

/** Asks the rules about one lead as the product would, and tells what they say. */
final class Attempt {

  private final Rulebook rules;
  private final PrintStream out;

  Attempt(Rulebook rules, PrintStream out) {
    this.rules = rules;
    this.out = out;
  }

  /**
   * @param set the only one to ask; null for the whole way of a lead
   */
  void of(LeadFacts facts, @Nullable String set) {
    if (set != null) {
      ask(set, facts);
      return;
    }
    Optional<Verdict> screening = ask("screening", facts);
    if (screening.flatMap(Verdict::firstBlocker).isPresent()) {
      return;
    }
    LeadFacts scored =
        ask("scoring", facts)
            .map(verdict -> TriedLead.scored(facts, verdict.score(), verdict.grade()))
            .orElse(facts);
    ask("routing/company", scored)
        .flatMap(Verdict::winner)
        .map(Fired::outcome)
        .filter(outcome -> outcome instanceof Receiver)
        .map(outcome -> (Receiver) outcome)
        .ifPresent(
            receiver ->
                ask(
                    (receiver.kind() == Receiver.Kind.UNIT ? "routing/units/" : "routing/partners/")
                        + receiver.id(),
                    scored));
  }

  private Optional<Verdict> ask(String set, LeadFacts facts) {
    if (!rules.contains(set)) {
      out.println(set + ": no rules are at work here; the lead goes to the lead desk");
      return Optional.empty();
    }
    try {
      Verdict verdict = rules.ask(set, facts);
      out.println(set + ": " + answer(verdict));
      verdict.fired().forEach(each -> out.println("  " + line(each, verdict)));
      return Optional.of(verdict);
    } catch (RuleSetFailed failed) {
      out.println(set + ": it breaks: " + failed.getMessage());
      return Optional.empty();
    }
  }

  private static String answer(Verdict verdict) {
    if (verdict.ruleSet().equals("screening")) {
      return verdict.firstBlocker().map(each -> each.outcome().words()).orElse("not blocked");
    } else if (verdict.ruleSet().equals("scoring")) {
      return "score " + verdict.score() + ", grade " + verdict.grade();
    } else if (!verdict.conflict().isEmpty()) {
      return "nobody, because rules of the same priority disagree; the lead goes to the lead desk";
    }
    return verdict
        .winner()
        .map(each -> each.outcome().words())
        .orElse("nobody; the lead goes to the lead desk");
  }

  private static String line(Fired fired, Verdict verdict) {
    boolean decides = verdict.winner().filter(fired::equals).isPresent();
    return "%s %s \"%s\", %s: %s"
        .formatted(
            decides ? "*" : " ",
            fired.ruleId(),
            fired.sentence(),
            fired.place(),
            fired.outcome().words() + priority(fired.outcome()));
  }

  private static String priority(Outcome outcome) {
    return outcome.rank().isPresent() ? ", priority " + outcome.rank().getAsInt() : "";
  }
}
