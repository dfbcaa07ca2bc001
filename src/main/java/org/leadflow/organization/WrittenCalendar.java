package org.leadflow.organization;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as somebody writes it, in a file or a request, with the same mistakes in both.
 *
 * @param hours such as {@code 09:00-12:30} by weekday or span of weekdays
 */
public record WrittenCalendar(
    String name,
    String timeZone,
    @Nullable String holidays,
    Map<String, List<String>> hours,
    List<String> daysOff) {

  private static final int NAME = 160;
  private static final int MOST_DAYS_OFF = 1000;

  /** The calendar in the form in which it was written, or could have been. */
  public static WrittenCalendar of(WorkingCalendar calendar) {
    return new WrittenCalendar(
        calendar.name(),
        calendar.timeZone(),
        calendar.holidays(),
        Weekdays.written(calendar.week()),
        calendar.daysOff().stream().map(LocalDate::toString).toList());
  }

  /**
   * The calendar; empty when there is anything wrong.
   *
   * @param wrong is told the field and what is wrong with it, for every mistake
   */
  public Optional<WorkingCalendar> read(String id, BiConsumer<String, String> wrong) {
    var mistakes = new ArrayList<String>();
    BiConsumer<String, String> tell = wrong.andThen((field, sentence) -> mistakes.add(sentence));
    if (name.isBlank() || name.length() > NAME) {
      tell.accept("name", "must have 1 to " + NAME + " characters");
    }
    if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
      tell.accept(
          "timeZone",
          "'%s' is no time zone; write one such as Europe/Berlin or America/New_York"
              .formatted(timeZone));
    }
    if (holidays != null && HolidayRegion.of(holidays).isEmpty()) {
      tell.accept(
          "holidays",
          "nobody knows the holidays of '%s'; choose one of %s, or leave it out"
              .formatted(holidays, String.join(", ", HolidayRegion.near(holidays))));
    }
    var week = week(tell);
    var free = free(tell);
    return mistakes.isEmpty()
        ? Optional.of(new WorkingCalendar(id, name, timeZone, holidays, week, free))
        : Optional.empty();
  }

  private SortedMap<DayOfWeek, List<Hours>> week(BiConsumer<String, String> tell) {
    var week = new TreeMap<DayOfWeek, List<Hours>>();
    hours.forEach(
        (days, spans) -> {
          List<DayOfWeek> weekdays = Weekdays.of(days);
          if (weekdays.isEmpty()) {
            tell.accept("hours", "'%s' is no weekday; write %s".formatted(days, Weekdays.FORM));
          }
          for (String span : spans) {
            hours(days, span, tell)
                .ifPresent(read -> weekdays.forEach(day -> add(week, day, read, tell)));
          }
        });
    if (hours.values().stream().allMatch(List::isEmpty)) {
      tell.accept("hours", "has none; whoever works by it would never be there");
    }
    return week;
  }

  private static void add(
      SortedMap<DayOfWeek, List<Hours>> week,
      DayOfWeek day,
      Hours hours,
      BiConsumer<String, String> tell) {
    List<Hours> known = week.computeIfAbsent(day, absent -> new ArrayList<>());
    known.stream()
        .filter(hours::overlaps)
        .findFirst()
        .ifPresent(
            other ->
                tell.accept(
                    "hours",
                    "%s and %s overlap on %s"
                        .formatted(
                            other, hours, day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))));
    known.add(hours);
  }

  private static Optional<Hours> hours(
      String days, String written, BiConsumer<String, String> tell) {
    Optional<Hours.Span> span = Hours.read(written);
    if (span.isEmpty()) {
      tell.accept("hours", "'%s' on %s is none; write %s".formatted(written, days, Hours.FORM));
      return Optional.empty();
    }
    if (!span.get().fits()) {
      tell.accept(
          "hours",
          "'%s' on %s ends before it begins; hours over midnight are two, until 24:00 and from 00:00"
              .formatted(written, days));
      return Optional.empty();
    }
    return Optional.of(new Hours(span.get().begin(), span.get().end()));
  }

  private TreeSet<LocalDate> free(BiConsumer<String, String> tell) {
    var free = new TreeSet<LocalDate>();
    if (daysOff.size() > MOST_DAYS_OFF) {
      tell.accept("daysOff", "are more than " + MOST_DAYS_OFF);
      return free;
    }
    for (String day : daysOff) {
      readDay(day)
          .ifPresentOrElse(
              free::add,
              () ->
                  tell.accept(
                      "daysOff", "'%s' is no day; write one such as 2026-12-24".formatted(day)));
    }
    return free;
  }

  /** A day of this age; empty for any other text. */
  static Optional<LocalDate> readDay(String written) {
    try {
      LocalDate day = LocalDate.parse(written.strip());
      return day.getYear() >= 1970 && day.getYear() < 2200 ? Optional.of(day) : Optional.empty();
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
