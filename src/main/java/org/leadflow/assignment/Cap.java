package org.leadflow.assignment;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * At most so many turns in a period.
 *
 * @param kind the grade of the leads that count, null: all
 */
public record Cap(Period period, @Nullable String kind, int most) {

  private static final Pattern WORDS =
      Pattern.compile("(\\d{1,7})(?: of grade (\\S+))? an? (day|week|month)");

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

  /** What {@link #words()} says; empty for anything else. */
  public static Optional<Cap> read(String words) {
    Matcher cap = WORDS.matcher(words.strip());
    return cap.matches()
        ? Optional.of(
            new Cap(
                Period.valueOf(cap.group(3).toUpperCase(Locale.ROOT)),
                cap.group(2),
                Integer.parseInt(cap.group(1))))
        : Optional.empty();
  }

  /** Such as "3 a day" or "3 of grade A a day". */
  public String words() {
    return most
        + (kind == null ? "" : " of grade " + kind)
        + " a "
        + period.name().toLowerCase(Locale.ROOT);
  }
}
