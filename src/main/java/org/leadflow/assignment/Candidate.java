package org.leadflow.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member of the pool as it was when the turn was decided.
 *
 * @param eligible whether this member, or the substitute, could have had the turn
 * @param gate what decided that: {@code passed}, {@code substituted}, or the first gate that
 *     stopped the member; a code of {@link Gate}
 * @param lastTurn number of the pool's turn this member had last before this one, or, when there
 *     was none, of the turn before which the member joined; the lowest has waited longest
 * @param stops all gates that stopped the member, the first first
 * @param rank place in the order of this turn from 1, null when not eligible
 * @param numbers what the order and the gates were reckoned from
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Candidate(
    String userId,
    String name,
    boolean eligible,
    String gate,
    long lastTurn,
    List<Stop> stops,
    @Nullable Integer rank,
    Numbers numbers) {

  /**
   * What was seen of a member; null and empty is what this pool does not look at.
   *
   * @param turns how many turns the member had had, from the level of the others when he joined
   * @param weight the share, as a part of the sum of all
   * @param behind how many leads the member was behind his share before this turn
   * @param credits turns the member is still to get back
   * @param openLeads leads the member owned and had not closed
   * @param load the same, weighted by their kind
   * @param capacity how many open leads the member may have
   * @param matching the preferred skills that fit the lead
   * @param substituteId who takes the member's turns while he is away
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Numbers(
      long turns,
      @Nullable Long weight,
      @Nullable Double behind,
      @Nullable Integer credits,
      @Nullable Long openLeads,
      @Nullable Long load,
      @Nullable Integer capacity,
      List<String> matching,
      @Nullable String substituteId) {}
}
