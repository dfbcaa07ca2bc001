package org.leadflow.assignment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How turns were shared, hour by hour, to be added to what was counted before.
 *
 * @param until the end of what is counted here; before the end of what was asked for when there is
 *     more than is counted at once
 */
public record TurnShares(Instant until, List<Share> shares, List<Turn> turns) {

  /** One of the turns that are counted here. */
  public record Turn(UUID decisionId, Instant decidedOn) {}

  /**
   * One member's part of one hour.
   *
   * @param hour its begin, by the clock of UTC
   * @param turns leads the member was given by turn
   * @param target leads he would have been given by his share; not rounded
   */
  public record Share(String teamId, Instant hour, String userId, long turns, double target) {}
}
