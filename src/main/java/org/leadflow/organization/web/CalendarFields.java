package org.leadflow.organization.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.StorableText;
import org.leadflow.organization.WorkingCalendar;
import org.leadflow.organization.WrittenCalendar;

/** What an administrator writes of a calendar. */
@StorableText
record CalendarFields(
    @Nullable String name,
    @Nullable String timeZone,
    @Nullable String holidays,
    @Nullable Map<String, List<String>> hours,
    @Nullable List<String> daysOff) {

  static CalendarFields of(WorkingCalendar calendar) {
    WrittenCalendar written = WrittenCalendar.of(calendar);
    return new CalendarFields(
        written.name(), written.timeZone(), written.holidays(), written.hours(), written.daysOff());
  }

  WrittenCalendar written() {
    return new WrittenCalendar(
        Objects.requireNonNullElse(name, ""),
        Objects.requireNonNullElse(timeZone, ""),
        holidays,
        withoutNulls(Objects.requireNonNullElse(hours, Map.of())),
        withoutNulls(daysOff));
  }

  private static Map<String, List<String>> withoutNulls(Map<String, List<String>> lists) {
    Map<String, List<String>> clean = new LinkedHashMap<>();
    lists.forEach((key, list) -> clean.put(key, withoutNulls(list)));
    return clean;
  }

  /** A null in a list is as wrong as an empty text, and named like one. */
  private static List<String> withoutNulls(@Nullable List<String> list) {
    return list == null
        ? List.of()
        : list.stream().map(text -> Objects.requireNonNullElse(text, "")).toList();
  }
}
