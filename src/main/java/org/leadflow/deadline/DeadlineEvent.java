package org.leadflow.deadline;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that became of a deadline.
 *
 * @param dueOn when it was due; of {@link Happened#WAITING} until when the customer has time
 * @param ownerUser who had the lead then, null for a team
 * @param told the managers who were told, separated by commas; null for none
 */
public record DeadlineEvent(
    UUID eventId,
    Deadline deadline,
    Happened what,
    Instant happenedOn,
    @Nullable Instant dueOn,
    @Nullable String ownerUser,
    @Nullable String ownerTeam,
    @Nullable String told) {

  /** Whether the owner said something about the lead. */
  boolean isAnswer() {
    return what == Happened.MET || what == Happened.LATE || what == Happened.WAITING;
  }
}
