package org.leadflow.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers who is away. A day begins and ends in the time zone of whoever is away. */
@Component
public class Absences {

  static final String SELECT =
      """
      SELECT a.absence_id, a.user_id, a.first_day, a.last_day, a.substitute_id, a.reason,
        a.entered_on, a.entered_by, a.canceled_on, a.canceled_by
      FROM absence a
      """;

  private final JdbcClient jdbc;
  private final Calendars calendars;

  Absences(JdbcClient jdbc, Calendars calendars) {
    this.jdbc = jdbc;
    this.calendars = calendars;
  }

  /** The absence of each of these users who is away at a moment, in one statement. */
  public Map<String, Absence> at(Collection<String> userIds, Instant moment) {
    var away = new HashMap<String, Absence>();
    if (userIds.isEmpty()) {
      return away;
    }
    LocalDate day = moment.atZone(ZoneOffset.UTC).toLocalDate();
    // Somewhere it is a day earlier or later.
    List<StoredAbsence> rows =
        jdbc.sql(
                SELECT
                    + "WHERE a.user_id IN (:ids) AND a.canceled_on IS NULL"
                    + " AND a.last_day >= :yesterday AND a.first_day <= :tomorrow")
            .param("ids", userIds)
            .param("yesterday", day.minusDays(1))
            .param("tomorrow", day.plusDays(1))
            .query(Absences::row)
            .list();
    if (rows.isEmpty()) {
      return away;
    }
    Map<String, WorkingTime> times =
        calendars.of(rows.stream().map(StoredAbsence::userId).distinct().toList());
    for (StoredAbsence row : rows) {
      Absence absence = row.in(times.get(row.userId()).zone());
      if (absence.covers(moment)) {
        away.put(row.userId(), absence);
      }
    }
    return away;
  }

  /** One absence, canceled or not. */
  public Optional<StoredAbsence> find(UUID absenceId) {
    return jdbc.sql(SELECT + "WHERE a.absence_id = ?")
        .param(absenceId)
        .query(Absences::row)
        .optional();
  }

  static StoredAbsence row(ResultSet row, int number) throws SQLException {
    return new StoredAbsence(
        row.getObject("absence_id", UUID.class),
        row.getString("user_id"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getString("substitute_id"),
        row.getString("reason"),
        moment(row, "entered_on"),
        row.getString("entered_by"),
        row.getObject("canceled_on") == null ? null : moment(row, "canceled_on"),
        row.getString("canceled_by"));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
