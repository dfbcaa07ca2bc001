package org.leadflow.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.assignment.Candidate;
import org.leadflow.assignment.Considered;
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
 * @param candidates the members of the pool that was asked last and the gate that passed or stopped
 *     each; empty unless a pool was asked
 * @param pool the pool that was asked last, before and after; null when none was
 * @param poolsBefore the pools that had nobody and sent the lead on, in order
 * @param acquaintance who knows the customer already, null where the rules did not ask for him or
 *     nobody does
 * @param occasion why the rules were asked, null for a lead that came in
 * @param waitUntil when to decide again, null unless the lead waits
 */
record Explanation(
    @Nullable LeadFacts facts,
    List<Verdict> verdicts,
    @Nullable Receiver receiver,
    @Nullable Target target,
    List<Candidate> candidates,
    @Nullable Considered pool,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PoolAsked> poolsBefore,
    @Nullable Acquaintance acquaintance,
    @Nullable Occasion occasion,
    @Nullable Instant waitUntil) {

  /** The team that gave a turn for this decision; null when none did. */
  @Nullable String poolId() {
    return pool != null && pool.turnAfter() > pool.turnBefore() ? pool.teamId() : null;
  }

  static Explanation of(@Nullable LeadFacts facts, List<Verdict> verdicts) {
    return new Explanation(
        facts, verdicts, null, null, List.of(), null, List.of(), null, null, null);
  }

  static Explanation byHand(Occasion occasion) {
    return new Explanation(
        null, List.of(), null, null, List.of(), null, List.of(), null, occasion, null);
  }
}
