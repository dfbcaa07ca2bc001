package org.leadflow.organization.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.WorkingCalendar;

/** A calendar as it can be sent again. */
record CalendarRecord(
    String id,
    String name,
    String timeZone,
    @Nullable String holidays,
    Map<String, List<String>> hours,
    List<String> daysOff) {

  static CalendarRecord of(WorkingCalendar calendar) {
    CalendarFields fields = CalendarFields.of(calendar);
    return new CalendarRecord(
        calendar.id(),
        calendar.name(),
        calendar.timeZone(),
        calendar.holidays(),
        fields.hours(),
        fields.daysOff());
  }
}
