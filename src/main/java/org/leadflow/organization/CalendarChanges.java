package org.leadflow.organization;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes calendars and who works by which. Each method is one transaction, or a part of the
 * caller's, and publishes {@link CalendarSaved} in it.
 */
@Component
@Transactional
public class CalendarChanges {

  private final JdbcClient jdbc;
  private final CalendarRows rows;
  private final CalendarTable table;
  private final Calendars calendars;
  private final ApplicationEventPublisher events;

  CalendarChanges(
      JdbcClient jdbc, DataSource source, Calendars calendars, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.rows = new CalendarRows(new JdbcTemplate(source));
    this.table = new CalendarTable(jdbc);
    this.calendars = calendars;
    this.events = events;
  }

  /** All calendars in the order of their ids. */
  @Transactional(readOnly = true)
  public List<WorkingCalendar> all() {
    return table.calendars();
  }

  @Transactional(readOnly = true)
  public Optional<WorkingCalendar> find(String id) {
    return table.calendars().stream().filter(calendar -> calendar.id().equals(id)).findFirst();
  }

  /**
   * Creates the calendar, or changes the one of this id.
   *
   * @throws IllegalArgumentException for an id that is none
   */
  public void save(WorkingCalendar calendar) {
    ReadableId.require(calendar.id());
    boolean isNew = find(calendar.id()).isEmpty();
    rows.write(List.of(calendar), id -> isNew);
    changed(calendar.id());
  }

  /**
   * Deletes a calendar that nobody works by.
   *
   * @return how many units and users work by it; it was deleted only when that is 0
   */
  public int delete(String id) {
    int used =
        jdbc.sql(
                """
                SELECT (SELECT count(*) FROM business_unit WHERE calendar_id = :id)
                  + (SELECT count(*) FROM app_user WHERE calendar_id = :id)
                """)
            .param("id", id)
            .query(Integer.class)
            .single();
    if (used == 0) {
      jdbc.sql("DELETE FROM working_calendar WHERE id = ?").param(id).update();
      changed(id);
    }
    return used;
  }

  /** The calendar a unit itself has. */
  @Transactional(readOnly = true)
  public Optional<String> ofUnit(String unitId) {
    return chosen("business_unit", unitId);
  }

  /** The calendars units have themselves, by their ids. */
  @Transactional(readOnly = true)
  public Map<String, String> byUnit() {
    return jdbc
        .sql("SELECT id, calendar_id FROM business_unit WHERE calendar_id IS NOT NULL")
        .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The calendar a user himself has. */
  @Transactional(readOnly = true)
  public Optional<String> ofUser(String userId) {
    return chosen("app_user", userId);
  }

  /**
   * @param calendarId null: the unit works as the unit above it
   */
  public void setOfUnit(String unitId, @Nullable String calendarId) {
    choose("business_unit", unitId, calendarId);
  }

  /**
   * @param calendarId null: the user works as his unit
   */
  public void setOfUser(String userId, @Nullable String calendarId) {
    choose("app_user", userId, calendarId);
  }

  private Optional<String> chosen(String table, String id) {
    return jdbc.sql(
            "SELECT calendar_id FROM %s WHERE id = ? AND calendar_id IS NOT NULL".formatted(table))
        .param(id)
        .query(String.class)
        .optional();
  }

  private void choose(String table, String id, @Nullable String calendarId) {
    jdbc.sql("UPDATE %s SET calendar_id = ? WHERE id = ?".formatted(table))
        .params(calendarId, id)
        .update();
    changed(null);
  }

  private void changed(@Nullable String id) {
    calendars.forgetAfterCommit();
    events.publishEvent(new CalendarSaved(id));
  }
}
