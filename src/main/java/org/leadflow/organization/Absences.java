package org.leadflow.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers who is away. A day begins and ends in the time zone of whoever is away. */
@Component
public class Absences {

  private static final String SELECT =
      "SELECT absence_id, user_id, first_day, last_day, substitute_id, reason FROM absence ";

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
    List<Row> rows =
        jdbc.sql(
                SELECT
                    + "WHERE user_id IN (:ids) AND canceled_on IS NULL"
                    + " AND last_day >= :yesterday AND first_day <= :tomorrow")
            .param("ids", userIds)
            .param("yesterday", day.minusDays(1))
            .param("tomorrow", day.plusDays(1))
            .query(Absences::row)
            .list();
    if (rows.isEmpty()) {
      return away;
    }
    Map<String, WorkingTime> times = calendars.of(rows.stream().map(Row::userId).toList());
    for (Row row : rows) {
      Absence absence = row.in(times.get(row.userId).zone());
      if (absence.covers(moment)) {
        away.put(row.userId, absence);
      }
    }
    return away;
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject("absence_id", UUID.class),
        row.getString("user_id"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getString("substitute_id"),
        row.getString("reason"));
  }

  /** An absence as it is stored. */
  private record Row(
      UUID absenceId,
      String userId,
      LocalDate firstDay,
      LocalDate lastDay,
      String substituteId,
      String reason) {

    Absence in(ZoneId zone) {
      return new Absence(
          absenceId,
          userId,
          firstDay.atStartOfDay(zone).toInstant(),
          lastDay.plusDays(1).atStartOfDay(zone).toInstant(),
          substituteId,
          reason);
    }
  }
}
