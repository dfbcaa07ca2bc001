package org.leadflow.lead;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Actor;

/**
 * One line of a lead's trail as people read it: who did what, when, through which door, and which
 * field went from what to what.
 *
 * @param actor a user's id, or {@code leadflow} when the product acted by itself
 * @param actorName his name, null for the product and for a user who is unknown
 * @param details what else is told of it, without personal data
 * @param changes the fields that changed; those of an option or lookup as number or id
 */
public record AuditLine(
    int seq,
    Instant at,
    String actor,
    @Nullable String actorName,
    Actor.Door door,
    AuditEntry.Action action,
    @Nullable String details,
    List<Change> changes) {

  /**
   * A field that changed.
   *
   * @param from null when it was empty
   * @param to null when it was emptied
   */
  public record Change(String field, @Nullable String from, @Nullable String to) {}

  /** Names the line only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "line " + seq;
  }
}
