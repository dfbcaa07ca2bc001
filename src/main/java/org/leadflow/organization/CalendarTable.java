package org.leadflow.organization;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the calendars, and who works by them. */
class CalendarTable {

  private static final String HOMES =
      """
      SELECT 'unit' AS kind, id, parent_id AS home, calendar_id FROM business_unit
      UNION ALL SELECT 'user', id, business_unit_id, calendar_id FROM app_user
      """;

  private final JdbcClient jdbc;

  CalendarTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All calendars in the order of their ids. */
  List<WorkingCalendar> calendars() {
    Map<String, TreeMap<DayOfWeek, List<Hours>>> weeks = new HashMap<>();
    jdbc.sql("SELECT calendar_id, weekday, begin_minute, end_minute FROM working_hours")
        .query(
            (RowCallbackHandler)
                row ->
                    weeks
                        .computeIfAbsent(row.getString(1), id -> new TreeMap<>())
                        .computeIfAbsent(DayOfWeek.of(row.getInt(2)), day -> new ArrayList<>())
                        .add(new Hours(row.getInt(3), row.getInt(4))));
    Map<String, TreeSet<LocalDate>> free = new HashMap<>();
    jdbc.sql("SELECT calendar_id, day_off FROM calendar_day_off")
        .query(
            (RowCallbackHandler)
                row ->
                    free.computeIfAbsent(row.getString(1), id -> new TreeSet<>())
                        .add(row.getObject(2, LocalDate.class)));
    return jdbc.sql("SELECT id, name, time_zone, holidays FROM working_calendar ORDER BY id")
        .query(
            (row, number) ->
                new WorkingCalendar(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    weeks.getOrDefault(row.getString(1), new TreeMap<>()),
                    free.getOrDefault(row.getString(1), new TreeSet<>())))
        .list();
  }

  StoredCalendars read() {
    Map<String, WorkingTime> times = new HashMap<>();
    calendars().forEach(calendar -> times.put(calendar.id(), calendar.workingTime()));
    Map<String, String> ofUnits = new HashMap<>();
    Map<String, String> parents = new HashMap<>();
    Map<String, String> ofUsers = new HashMap<>();
    Map<String, String> homes = new HashMap<>();
    jdbc.sql(HOMES)
        .query(
            (RowCallbackHandler)
                row -> {
                  boolean unit = row.getString("kind").equals("unit");
                  put(unit ? parents : homes, row.getString("id"), row.getString("home"));
                  put(unit ? ofUnits : ofUsers, row.getString("id"), row.getString("calendar_id"));
                });
    return new StoredCalendars(times, ofUnits, parents, ofUsers, homes);
  }

  private static void put(Map<String, String> map, String id, String value) {
    if (value != null) {
      map.put(id, value);
    }
  }
}
