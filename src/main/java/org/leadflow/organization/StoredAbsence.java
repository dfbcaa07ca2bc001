package org.leadflow.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An absence as it was entered.
 *
 * @param from the first day away
 * @param until the last day away
 * @param canceledOn null as long as it holds
 */
public record StoredAbsence(
    UUID absenceId,
    String userId,
    LocalDate from,
    LocalDate until,
    @Nullable String substituteId,
    @Nullable String reason,
    Instant enteredOn,
    String enteredBy,
    @Nullable Instant canceledOn,
    @Nullable String canceledBy) {

  /** The same as moments. */
  Absence in(ZoneId zone) {
    return new Absence(
        absenceId,
        userId,
        from.atStartOfDay(zone).toInstant(),
        until.plusDays(1).atStartOfDay(zone).toInstant(),
        substituteId,
        reason);
  }
}
