package org.leadflow.organization;

import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes calendars in batches. */
record CalendarRows(JdbcTemplate jdbc) {

  /**
   * @param isNew whether there is none of an id yet
   */
  void write(List<WorkingCalendar> calendars, Predicate<String> isNew) {
    jdbc.batchUpdate(
        "INSERT INTO working_calendar (name, time_zone, holidays, id) VALUES (?, ?, ?, ?)",
        rows(calendars.stream().filter(each -> isNew.test(each.id())).toList()));
    jdbc.batchUpdate(
        """
        UPDATE working_calendar SET name = ?, time_zone = ?, holidays = ?, version = version + 1
        WHERE id = ?
        """,
        rows(calendars.stream().filter(each -> !isNew.test(each.id())).toList()));
    List<Object[]> ids = calendars.stream().map(each -> new Object[] {each.id()}).toList();
    jdbc.batchUpdate("DELETE FROM working_hours WHERE calendar_id = ?", ids);
    jdbc.batchUpdate("DELETE FROM calendar_day_off WHERE calendar_id = ?", ids);
    jdbc.batchUpdate(
        """
        INSERT INTO working_hours (calendar_id, weekday, begin_minute, end_minute)
        VALUES (?, ?, ?, ?)
        """,
        calendars.stream().flatMap(each -> hours(each).stream()).toList());
    jdbc.batchUpdate(
        "INSERT INTO calendar_day_off (calendar_id, day_off) VALUES (?, ?)",
        calendars.stream()
            .flatMap(each -> each.daysOff().stream().map(day -> new Object[] {each.id(), day}))
            .toList());
  }

  private static List<Object[]> rows(List<WorkingCalendar> calendars) {
    return calendars.stream()
        .map(each -> new Object[] {each.name(), each.timeZone(), each.holidays(), each.id()})
        .toList();
  }

  private static List<Object[]> hours(WorkingCalendar calendar) {
    return calendar.week().entrySet().stream()
        .flatMap(
            day ->
                day.getValue().stream()
                    .map(
                        hours ->
                            new Object[] {
                              calendar.id(), day.getKey().getValue(), hours.begin(), hours.end()
                            }))
        .toList();
  }
}
