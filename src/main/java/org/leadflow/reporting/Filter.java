package org.leadflow.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a report is about.
 *
 * @param from the first day
 * @param to the last day, which belongs to it
 * @param zone whose days these are
 * @param by what it is grouped by
 * @param unit only what belongs to this unit and those below it; null for all
 * @param measure which time; only reports on speed look at it
 */
public record Filter(
    LocalDate from,
    LocalDate to,
    ZoneId zone,
    Dimension by,
    @Nullable String unit,
    Measure measure) {

  Instant begin() {
    return from.atStartOfDay(zone).toInstant();
  }

  /** The first moment that no longer belongs to it. */
  Instant end() {
    return to.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
