package org.leadflow.organization;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is away: whole days, as moments in his own time zone.
 *
 * @param from the begin of his first day away
 * @param until the begin of the day on which he is back
 * @param substituteId who stands in for him, null when nobody does
 * @param reason in his own words, null when he gave none; personal
 */
public record Absence(
    UUID absenceId,
    String userId,
    Instant from,
    Instant until,
    @Nullable String substituteId,
    @Nullable String reason) {

  /** Whether he is away then. */
  public boolean covers(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }

  /** Without the reason, which is nobody's business in a log. */
  @Override
  public String toString() {
    return "absence of " + userId + " from " + from + " until " + until;
  }
}
