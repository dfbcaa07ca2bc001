package org.leadflow.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to another system.
 *
 * @param target the name of the other system
 * @param event what happened
 * @param payload what is sent: JSON of ids, nothing of a person
 * @param dueOn when it is tried next; null when it is not tried any more
 * @param attempts how often it was tried
 * @param fault why the last try failed, without anything the other system said; null before
 */
public record OutboxMessage(
    UUID messageId,
    String target,
    String event,
    String payload,
    State state,
    Instant createdOn,
    @Nullable Instant dueOn,
    int attempts,
    @Nullable Instant sentOn,
    @Nullable String fault) {

  /** What became of it. */
  public enum State {
    WAITING,
    SENT,
    GIVEN_UP
  }
}
