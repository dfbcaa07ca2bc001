package org.leadflow.assignment;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * At most so many turns in a period.
 *
 * @param kind the grade of the leads that count, null: all
 */
public record Cap(Period period, @Nullable String kind, int most) {

  /** Calendar periods; weeks begin on Monday. */
  public enum Period {
    DAY,
    WEEK,
    MONTH;

    Instant begin(Instant now, ZoneId zone) {
      return first(now.atZone(zone).toLocalDate()).atStartOfDay(zone).toInstant();
    }

    Instant end(Instant now, ZoneId zone) {
      LocalDate first = first(now.atZone(zone).toLocalDate());
      LocalDate next =
          switch (this) {
            case DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
          };
      return next.atStartOfDay(zone).toInstant();
    }

    private LocalDate first(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
      };
    }
  }

  boolean concerns(String leadKind) {
    return kind == null || kind.equals(leadKind);
  }

  /** Such as "3 a day" or "3 of grade A a day". */
  String words() {
    return most
        + (kind == null ? "" : " of grade " + kind)
        + " a "
        + period.name().toLowerCase(Locale.ROOT);
  }
}
