package org.leadflow.qualification.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.VisibleRows;
import org.leadflow.qualification.approval.Approval.State;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps approvals. Whoever writes one holds its lead. */
@Component
class ApprovalRows {

  private final JdbcClient jdbc;

  ApprovalRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All of a lead, the newest first. */
  List<Approval> of(UUID leadId) {
    return jdbc.sql(
            "SELECT * FROM lead_approval WHERE lead_id = ? ORDER BY asked_on DESC, approval_id")
        .param(leadId)
        .query(ApprovalRows::read)
        .list();
  }

  Optional<Approval> open(UUID leadId) {
    return jdbc.sql("SELECT * FROM lead_approval WHERE lead_id = ? AND state = 'OPEN'")
        .param(leadId)
        .query(ApprovalRows::read)
        .optional();
  }

  /** A page of those nobody answered yet about leads that may be seen, the next to be due first. */
  Page<Approval> open(VisibleRows seen, Pageable page) {
    String open =
        " FROM lead_approval a JOIN lead ON lead.lead_id = a.lead_id WHERE a.state = 'OPEN' AND "
            + seen.of("lead");
    List<Approval> found =
        jdbc.sql(
                "SELECT a.*"
                    + open
                    + " ORDER BY a.due_on, a.approval_id"
                    + " OFFSET :skipped ROWS FETCH NEXT :size ROWS ONLY")
            .params(seen.parameters())
            .param("skipped", page.getOffset())
            .param("size", page.getPageSize())
            .query(ApprovalRows::read)
            .list();
    return PageableExecutionUtils.getPage(
        found,
        page,
        () ->
            jdbc.sql("SELECT count(*)" + open)
                .params(seen.parameters())
                .query(Long.class)
                .single());
  }

  void add(Approval approval) {
    jdbc.sql(
            """
            INSERT INTO lead_approval
              (approval_id, lead_id, state, amount, amount_limit, currency, asked_by, asked_on, due_on)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            approval.approvalId(),
            approval.leadId(),
            approval.state().name(),
            approval.amount(),
            approval.limit(),
            approval.currency(),
            approval.askedBy(),
            approval.askedOn().atOffset(ZoneOffset.UTC),
            approval.dueOn().atOffset(ZoneOffset.UTC))
        .update();
  }

  void end(UUID leadId, State state, Instant on, String by, @Nullable String reason) {
    jdbc.sql(
            "UPDATE lead_approval SET state = ?, answered_on = ?, answered_by = ?, reason = ?"
                + " WHERE lead_id = ? AND state = 'OPEN'")
        .params(state.name(), on.atOffset(ZoneOffset.UTC), by, reason, leadId)
        .update();
  }

  private static Approval read(ResultSet row, int number) throws SQLException {
    OffsetDateTime answered = row.getObject("answered_on", OffsetDateTime.class);
    return new Approval(
        row.getObject("approval_id", UUID.class),
        row.getObject("lead_id", UUID.class),
        State.valueOf(row.getString("state")),
        row.getBigDecimal("amount"),
        row.getBigDecimal("amount_limit"),
        row.getString("currency"),
        row.getString("asked_by"),
        row.getObject("asked_on", OffsetDateTime.class).toInstant(),
        row.getObject("due_on", OffsetDateTime.class).toInstant(),
        row.getString("answered_by"),
        answered == null ? null : answered.toInstant(),
        row.getString("reason"));
  }
}
