package org.leadflow.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Ids;
import org.leadflow.lead.Lead;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what became of deadlines. */
@Component
class DeadlineEvents {

  private final JdbcClient jdbc;

  DeadlineEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All of a lead, the oldest first. */
  List<DeadlineEvent> of(UUID leadId) {
    return jdbc.sql("SELECT * FROM deadline_event WHERE lead_id = ? ORDER BY happened_on, event_id")
        .param(leadId)
        .query(DeadlineEvents::read)
        .list();
  }

  void add(
      Lead lead,
      Deadline deadline,
      Happened what,
      Instant on,
      @Nullable Instant dueOn,
      @Nullable String told) {
    jdbc.sql(
            """
            INSERT INTO deadline_event (event_id, lead_id, deadline, what, happened_on, due_on, owner_user, owner_team,
              owning_business_unit, grade, lead_source_code, told)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Ids.next(),
            lead.leadId(),
            deadline.name(),
            what.name(),
            on.atOffset(ZoneOffset.UTC),
            dueOn == null ? null : dueOn.atOffset(ZoneOffset.UTC),
            lead.ownerUser(),
            lead.ownerTeam(),
            lead.owningBusinessUnit(),
            lead.grade(),
            lead.fields().leadSourceCode(),
            told)
        .update();
  }

  private static DeadlineEvent read(ResultSet row, int number) throws SQLException {
    OffsetDateTime due = row.getObject("due_on", OffsetDateTime.class);
    return new DeadlineEvent(
        row.getObject("event_id", UUID.class),
        Deadline.valueOf(row.getString("deadline")),
        Happened.valueOf(row.getString("what")),
        row.getObject("happened_on", OffsetDateTime.class).toInstant(),
        due == null ? null : due.toInstant(),
        row.getString("owner_user"),
        row.getString("owner_team"),
        row.getString("told"));
  }
}
