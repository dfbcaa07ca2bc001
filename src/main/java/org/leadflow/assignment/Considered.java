package org.leadflow.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pool as it was when a turn was decided, and what the turn changed.
 *
 * @param settingsVersion the version of the pool's settings
 * @param turnBefore number of the turn before
 * @param turnAfter number of this turn; the same as before when nobody had one
 * @param tieBreak what set the winner before the next in the order: {@code only-one}, {@code
 *     credit}, {@code most-behind}, {@code least-loaded}, {@code best-fit}, {@code place}, {@code
 *     fewest-turns}, {@code waited-longest} or {@code id}; null when nobody had the turn
 * @param forUserId whose turn the winner took as his substitute, null when it was his own
 * @param before the winner's place before
 * @param after the winner's place after
 * @param unnamed how many further candidates there were, by gate, in a pool too big to name all
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Considered(
    String teamId,
    @Nullable Strategy strategy,
    long settingsVersion,
    long turnBefore,
    long turnAfter,
    @Nullable String tieBreak,
    @Nullable String forUserId,
    @Nullable Place before,
    @Nullable Place after,
    Map<String, Long> unnamed) {

  /** A member's place: what the next turns are reckoned from. */
  public record Place(long lastTurn, long turns, double behind, int credits) {}
}
