package org.leadflow.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.assignment.Candidate;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Receiver;
import org.leadflow.rules.Target;
import org.leadflow.rules.Verdict;

/**
 * What a decision rests on.
 *
 * @param facts what the rules saw; null where a person decided
 * @param verdicts the rules that fired in each set that was asked, with the version of the set
 * @param receiver the unit or partner the rules named, null when none
 * @param target the person, queue or team named inside it, null when none
 * @param candidates the members of the team's pool and the gate that passed or stopped each; empty
 *     unless a team was the target
 */
record Explanation(
    @Nullable LeadFacts facts,
    List<Verdict> verdicts,
    @Nullable Receiver receiver,
    @Nullable Target target,
    List<Candidate> candidates) {

  /** The team that gave a turn for this decision; null when none did. */
  @Nullable String poolId() {
    boolean tookTurn = target != null && candidates.stream().anyMatch(Candidate::eligible);
    return tookTurn && target != null ? target.id() : null;
  }

  static Explanation of(LeadFacts facts, Verdict verdict) {
    return new Explanation(facts, List.of(verdict), null, null, List.of());
  }

  static Explanation byHand() {
    return new Explanation(null, List.of(), null, null, List.of());
  }
}
