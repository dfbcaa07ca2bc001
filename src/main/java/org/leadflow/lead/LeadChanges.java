package org.leadflow.lead;

import java.util.List;
import java.util.UUID;
import org.leadflow.core.TransactionBatch;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * From what to what fields of leads changed, beside the lines of their trails. Written in the
 * transaction of the change; goes with the lead.
 */
@Component
class LeadChanges {

  private final JdbcClient jdbc;
  private final JdbcOperations batch;
  private final TransactionBatch<Object[]> added = new TransactionBatch<>(this::write);

  LeadChanges(JdbcClient jdbc, JdbcOperations batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  void append(AuditEntry line, List<FieldChange> changes) {
    changes.forEach(
        change ->
            added.add(
                new Object[] {
                  line.leadId(), line.seq(), change.field(), change.from(), change.to()
                }));
  }

  /** The changes told beside these lines of a lead's trail, by the number of the line. */
  List<Told> of(UUID leadId, int firstSeq, int lastSeq) {
    return jdbc.sql(
            """
            SELECT seq, field, from_value, to_value FROM lead_change
            WHERE lead_id = ? AND seq BETWEEN ? AND ? ORDER BY seq, field
            """)
        .params(leadId, firstSeq, lastSeq)
        .query(
            (row, number) ->
                new Told(
                    row.getInt("seq"),
                    new AuditLine.Change(
                        row.getString("field"),
                        row.getString("from_value"),
                        row.getString("to_value"))))
        .list();
  }

  private void write(List<Object[]> rows) {
    batch.batchUpdate(
        "INSERT INTO lead_change (lead_id, seq, field, from_value, to_value) VALUES (?, ?, ?, ?, ?)",
        rows);
  }

  /** A change beside its line. */
  record Told(int seq, AuditLine.Change change) {}
}
