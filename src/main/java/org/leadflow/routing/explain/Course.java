package org.leadflow.routing.explain;

import org.jspecify.annotations.Nullable;
import org.leadflow.routing.Route;
import org.leadflow.routing.Routing;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.Verdict;
import org.leadflow.rules.explain.FactValues;

/**
 * All that rules say of a lead, one question after the other as the process asks them; nothing is
 * written.
 *
 * @param screening what speaks against its being a real lead
 * @param scoring null when something does
 * @param route where it goes, with the facts as they are after scoring; null likewise
 */
public record Course(
    LeadFacts facts, Verdict screening, @Nullable Verdict scoring, @Nullable Route route) {

  /**
   * Asks these rules about a lead of which this is known; a score it had is forgotten.
   *
   * @throws org.leadflow.rules.RuleSetFailed if a rule broke
   * @throws org.leadflow.rules.UnknownRuleSet if there are no rules for a question
   */
  public static Course of(LeadFacts known, Rulebook rules) {
    LeadFacts unscored = known.score() == null ? known : FactValues.scored(known, null, null);
    Verdict screening = rules.ask("screening", unscored);
    if (screening.firstBlocker().isPresent()) {
      return new Course(unscored, screening, null, null);
    }
    Verdict scoring = rules.ask("scoring", unscored);
    LeadFacts scored = FactValues.scored(unscored, scoring.score(), scoring.grade().name());
    return new Course(unscored, screening, scoring, Routing.decide(scored, rules));
  }
}
