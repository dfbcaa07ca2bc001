package org.leadflow.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Moment;
import org.leadflow.core.WallClock;
import org.leadflow.lead.OptionSet;
import org.leadflow.lead.StateCode;
import org.leadflow.lead.StatusCode;
import org.leadflow.organization.Owner;

/**
 * A lead as one line of the list.
 *
 * @param due until when its owner should respond; null when nobody waits for that
 * @param late whether that time is over
 */
record LeadRow(
    UUID id,
    String topic,
    String person,
    @Nullable String company,
    @Nullable String country,
    String state,
    String reason,
    @Nullable Integer score,
    @Nullable String grade,
    String owner,
    @Nullable String source,
    Moment created,
    @Nullable Moment due,
    boolean late) {

  static final String COLUMNS =
      """
      lead_id, subject, first_name, middle_name, last_name, company_name, address1_country, state_code, status_code,
      score, grade, owner_user, owner_team, lead_source_code, created_on, sla_due_on, first_responded_on
      """;

  static LeadRow read(ResultSet row, Names names, WallClock times) throws SQLException {
    StatusCode reason = StatusCode.of(row.getInt("status_code")).orElseThrow();
    boolean waits = reason.state() == StateCode.OPEN && row.getObject("first_responded_on") == null;
    Instant due = waits ? instant(row, "sla_due_on") : null;
    String user = row.getString("owner_user");
    return new LeadRow(
        row.getObject("lead_id", UUID.class),
        row.getString("subject"),
        Stream.of("first_name", "middle_name", "last_name")
            .map(column -> text(row, column))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" ")),
        row.getString("company_name"),
        row.getString("address1_country"),
        reason.state().label(),
        reason.label(),
        row.getObject("score", Integer.class),
        row.getString("grade"),
        names.owner(user != null ? Owner.user(user) : Owner.team(row.getString("owner_team"))),
        OptionSet.LEAD_SOURCE.label(row.getObject("lead_source_code", Integer.class)).orElse(null),
        times.minute(Objects.requireNonNull(instant(row, "created_on"))),
        times.minuteOrNone(due),
        due != null && times.isPast(due));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static @Nullable String text(ResultSet row, String column) {
    try {
      return row.getString(column);
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
