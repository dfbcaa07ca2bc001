package org.leadflow.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deadline that a lead has.
 *
 * @param begunOn from when it is counted; later than now while the customer asked for time
 * @param remindOn when the owner is reminded; null when he is not, or was already
 * @param dueOn when it is missed
 * @param missed whether that was noted
 * @param rerouteOn when the lead goes to somebody else, null for never
 */
public record Running(
    Deadline deadline,
    Instant begunOn,
    @Nullable Instant remindOn,
    Instant dueOn,
    boolean missed,
    @Nullable Instant rerouteOn) {

  /** When the managers are told; null when they were. */
  public @Nullable Instant missOn() {
    return missed ? null : dueOn;
  }
}
