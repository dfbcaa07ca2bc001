package org.leadflow.organization.web;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.Hours;
import org.leadflow.organization.WorkingCalendar;

/**
 * A calendar as a person types it.
 *
 * @param ifMatch the version he has seen, null for a new one
 * @param hours such as {@code 09:00-12:00, 13:00-17:00} by weekday, {@code Mon} to {@code Sun};
 *     empty for a free day
 * @param daysOff with commas between
 */
record CalendarForm(
    @Nullable String ifMatch,
    String id,
    String name,
    String timeZone,
    String holidays,
    Map<String, String> hours,
    String daysOff) {

  /** A usual week to begin with. */
  static final CalendarForm EMPTY =
      new CalendarForm(
          null,
          "",
          "",
          "",
          "",
          byDay(day -> day.compareTo(DayOfWeek.SATURDAY) < 0 ? "09:00-17:00" : ""),
          "");

  static CalendarForm of(WorkingCalendar calendar, @Nullable String ifMatch) {
    return new CalendarForm(
        ifMatch,
        calendar.id(),
        calendar.name(),
        calendar.timeZone(),
        Objects.requireNonNullElse(calendar.holidays(), ""),
        byDay(
            day ->
                calendar.week().getOrDefault(day, List.of()).stream()
                    .map(Hours::toString)
                    .collect(Collectors.joining(", "))),
        calendar.daysOff().stream().map(Object::toString).collect(Collectors.joining(", ")));
  }

  static CalendarForm typed(Map<String, String> fields) {
    return new CalendarForm(
        fields.get("ifMatch"),
        fields.getOrDefault("id", "").strip(),
        fields.getOrDefault("name", "").strip(),
        fields.getOrDefault("timeZone", "").strip(),
        fields.getOrDefault("holidays", "").strip(),
        byDay(day -> fields.getOrDefault(name(day).toLowerCase(Locale.ROOT), "")),
        fields.getOrDefault("daysOff", ""));
  }

  CalendarFields fields() {
    var worked = new LinkedHashMap<String, List<String>>();
    hours.forEach(
        (day, spans) -> {
          if (!spans.isBlank()) {
            worked.put(day.toLowerCase(Locale.ROOT), Typed.list(spans));
          }
        });
    return new CalendarFields(name, timeZone, Typed.text(holidays), worked, Typed.list(daysOff));
  }

  private static Map<String, String> byDay(Function<DayOfWeek, String> hours) {
    return Arrays.stream(DayOfWeek.values())
        .collect(
            Collectors.toMap(CalendarForm::name, hours, (one, same) -> one, LinkedHashMap::new));
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }
}
