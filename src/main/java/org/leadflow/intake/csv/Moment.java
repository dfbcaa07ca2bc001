package org.leadflow.intake.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadflow.intake.csv.Cell.Unreadable;
import org.leadflow.intake.csv.CsvSettings.Dates;

/** Reads days and times; where day and month could be either way round, neither. */
final class Moment {

  private static final Pattern DATE =
      Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})(?:[ T,].*)?");
  private static final Pattern TIME_BEHIND =
      Pattern.compile(
          ".*?[ ,t]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:[.,]\\d+)? *(am|pm)?"
              + " *(z|[-+]\\d{2}(?::?\\d{2})?)?");
  private static final Pattern NO_TIME = Pattern.compile("[^ T,]+");

  /** What is longer is no moment, and would be long looked at. */
  private static final int LONGEST = 50;

  private Moment() {}

  static LocalDate day(String cell, Dates order) throws Unreadable {
    if (cell.length() > LONGEST) {
      throw new Unreadable("must be a date such as 2026-12-24");
    }
    try {
      if (cell.matches("\\d{4}-\\d{2}-\\d{2}(?:[ T,].*)?")) {
        return LocalDate.parse(cell.substring(0, 10));
      }
      Matcher parts = DATE.matcher(cell);
      if (parts.matches()) {
        return day(parts, order);
      }
    } catch (DateTimeException noSuchDay) {
      throw new Unreadable("there is no such day");
    }
    throw new Unreadable("must be a date such as 2026-12-24");
  }

  private static LocalDate day(Matcher parts, Dates order) throws Unreadable {
    int first = Integer.parseInt(parts.group(1));
    int second = Integer.parseInt(parts.group(3));
    int year = Integer.parseInt(parts.group(4));
    boolean dayFirst =
        order == Dates.DMY || order == Dates.AUTO && (parts.group(2).equals(".") || first > 12);
    if (order == Dates.AUTO && !dayFirst && second <= 12 && first != second) {
      throw new Unreadable(
          "can be two dates; say with dates=DMY or dates=MDY which one comes first, day or month");
    }
    return dayFirst ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second);
  }

  static Instant time(String cell, Dates order) throws Unreadable {
    try {
      return OffsetDateTime.parse(cell).toInstant();
    } catch (DateTimeException notWithOffset) {
      LocalDate day = day(cell, order);
      if (NO_TIME.matcher(cell).matches()) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      Matcher clock = TIME_BEHIND.matcher(cell.toLowerCase(Locale.ROOT));
      if (!clock.matches()) {
        throw new Unreadable("must be a time such as 2026-12-24 10:00 or 2026-12-24T10:00+01:00");
      }
      return at(day, clock);
    }
  }

  private static Instant at(LocalDate day, Matcher clock) throws Unreadable {
    try {
      int hour = Integer.parseInt(clock.group(1));
      if (clock.group(4) != null) {
        hour = hour % 12 + (clock.group(4).equals("pm") ? 12 : 0);
      }
      int second = clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3));
      String zone = clock.group(5) == null ? "Z" : clock.group(5).toUpperCase(Locale.ROOT);
      return day.atTime(hour, Integer.parseInt(clock.group(2)), second)
          .toInstant(ZoneOffset.of(zone));
    } catch (DateTimeException none) {
      throw new Unreadable("there is no such time");
    }
  }
}
