package org.leadflow.reporting;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** The months, weeks or quarters of a period, in order; the first and the last may be cut. */
record Cohorts(List<Cohort> all) {

  /**
   * One of them.
   *
   * @param first its first day, before the period when it is cut
   * @param begin its first moment
   */
  record Cohort(String key, LocalDate first, LocalDate last, Instant begin) {}

  static Cohorts of(Filter filter) {
    var all = new ArrayList<Cohort>();
    LocalDate day = begin(filter.by(), filter.from());
    while (!day.isAfter(filter.to())) {
      LocalDate next = next(filter.by(), day);
      ZoneId zone = filter.zone();
      all.add(
          new Cohort(
              key(filter.by(), day), day, next.minusDays(1), day.atStartOfDay(zone).toInstant()));
      day = next;
    }
    return new Cohorts(List.copyOf(all));
  }

  int size() {
    return all.size();
  }

  /**
   * The number of the cohort in which a time lies, as an expression of SQL: a search that halves,
   * so that a row costs a few comparisons.
   */
  String expression(String column) {
    return expression(column, 0, all.size());
  }

  private String expression(String column, int from, int until) {
    if (until - from == 1) {
      return String.valueOf(from);
    }
    int middle = (from + until) / 2;
    return "CASE WHEN %s < TIMESTAMP WITH TIME ZONE '%s+00:00' THEN %s ELSE %s END"
        .formatted(
            column,
            all.get(middle).begin().toString().replace('T', ' ').replace("Z", ""),
            expression(column, from, middle),
            expression(column, middle, until));
  }

  private static LocalDate begin(Dimension by, LocalDate day) {
    return switch (by) {
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
      default -> day.withDayOfMonth(1);
    };
  }

  private static LocalDate next(Dimension by, LocalDate day) {
    return switch (by) {
      case WEEK -> day.plusWeeks(1);
      case QUARTER -> day.plusMonths(3);
      default -> day.plusMonths(1);
    };
  }

  private static String key(Dimension by, LocalDate day) {
    return switch (by) {
      case WEEK ->
          "%d-W%02d"
              .formatted(
                  day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case QUARTER -> day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
      default -> day.toString().substring(0, 7);
    };
  }
}
