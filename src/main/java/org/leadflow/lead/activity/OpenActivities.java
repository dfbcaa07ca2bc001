package org.leadflow.lead.activity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.leadflow.lead.RecordKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is still to be done for a lead, once the lead is qualified and nobody can do it there. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OpenActivities {

  private final JdbcClient jdbc;

  OpenActivities(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Moves the lead's open activities to the record it became and remembers where they came from.
   * Those that are ended stay with the lead.
   *
   * @param entityType {@code opportunity}, {@code contact} or {@code account}
   * @return how many were moved
   * @throws IllegalArgumentException for another type
   */
  public int follow(UUID leadId, String entityType, UUID recordId) {
    return jdbc.sql(
            """
            UPDATE lead_activity SET from_lead_id = lead_id, lead_id = NULL, regarding_type = :kind, regarding_id = :id,
              version = version + 1
            WHERE lead_id = :lead AND state_code = :open
            """)
        .param("lead", leadId)
        .param("kind", RecordKind.named(entityType).name())
        .param("id", recordId)
        .param("open", ActivityState.OPEN.code())
        .update();
  }

  /**
   * Undoes {@link #follow}: those that are still open and still with that record come back to the
   * lead.
   *
   * @return how many came back
   */
  public int bringBack(UUID leadId, String entityType, UUID recordId) {
    return jdbc.sql(
            """
            UPDATE lead_activity SET lead_id = from_lead_id, from_lead_id = NULL, regarding_type = NULL,
              regarding_id = NULL, version = version + 1
            WHERE from_lead_id = :lead AND regarding_type = :kind AND regarding_id = :id AND state_code = :open
            """)
        .param("lead", leadId)
        .param("kind", RecordKind.named(entityType).name())
        .param("id", recordId)
        .param("open", ActivityState.OPEN.code())
        .update();
  }

  /**
   * Whether an activity or note of that record was added, changed, completed or canceled after
   * {@code since}. That an activity was moved there by {@link #follow} does not count. Nobody
   * writes one before this transaction ends.
   */
  public boolean touchedSince(String entityType, UUID recordId, Instant since) {
    RecordKind kind = RecordKind.named(entityType);
    jdbc.sql(
            "SELECT version FROM %s WHERE %s = ? FOR UPDATE"
                .formatted(kind.table(), kind.idColumn()))
        .param(recordId)
        .query(Long.class)
        .optional();
    return jdbc.sql(
                """
                SELECT (SELECT count(*) FROM lead_activity
                    WHERE regarding_type = :kind AND regarding_id = :id AND modified_on > :since)
                  + (SELECT count(*) FROM lead_note
                    WHERE regarding_type = :kind AND regarding_id = :id AND modified_on > :since)
                """)
            .param("kind", kind.name())
            .param("id", recordId)
            .param("since", since.atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single()
        > 0;
  }
}
