package org.leadflow.lead;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Actor;
import org.leadflow.core.Actor.Door;
import org.leadflow.core.TransactionBatch;
import org.leadflow.lead.AuditEntry.Action;
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

  /** What the fields that changed since were when the lead was sent in, each as a text. */
  Map<String, @Nullable String> atFirst(UUID leadId) {
    Map<String, @Nullable String> first = new HashMap<>();
    for (Told told : of(leadId, 0, Integer.MAX_VALUE)) {
      if (!first.containsKey(told.change().field())) {
        first.put(told.change().field(), told.change().from());
      }
    }
    return first;
  }

  /** The fields that changed since the source of the lead last wrote them. */
  Map<String, ChangedSince> sinceSource(UUID leadId) {
    Map<String, ChangedSince> since = new HashMap<>();
    jdbc.sql(
            """
            SELECT c.field, c.from_value, c.to_value, a.action, a.actor, a.door FROM lead_change c
            JOIN lead_audit a ON a.lead_id = c.lead_id AND a.seq = c.seq
            WHERE c.lead_id = ? ORDER BY c.seq
            """)
        .param(leadId)
        .query(
            row -> {
              String field = row.getString("field");
              if (Action.SENT_AGAIN.name().equals(row.getString("action"))) {
                since.remove(field);
              } else {
                var who = new Actor(row.getString("actor"), Door.valueOf(row.getString("door")));
                var changed =
                    new ChangedSince(
                        row.getString("from_value"), row.getString("to_value"), !who.isProduct());
                since.merge(field, changed, ChangedSince::and);
              }
            });
    return since;
  }

  private void write(List<Object[]> rows) {
    batch.batchUpdate(
        "INSERT INTO lead_change (lead_id, seq, field, from_value, to_value) VALUES (?, ?, ?, ?, ?)",
        rows);
  }

  /** A change beside its line. */
  record Told(int seq, AuditLine.Change change) {}
}
