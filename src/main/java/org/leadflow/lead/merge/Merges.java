package org.leadflow.lead.merge;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which lead was merged into which. */
@Component
class Merges {

  private final JdbcClient jdbc;

  Merges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(LeadMerge merge) {
    jdbc.sql(
            """
            INSERT INTO lead_merge (merge_id, master_id, merged_id, change_seq, merged_on, merged_by)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .params(
            merge.mergeId(),
            merge.masterId(),
            merge.mergedId(),
            merge.changeSeq(),
            merge.mergedOn().atOffset(ZoneOffset.UTC),
            merge.mergedBy())
        .update();
  }

  void undone(LeadMerge merge, Instant at, String by) {
    jdbc.sql("UPDATE lead_merge SET undone_on = ?, undone_by = ? WHERE merge_id = ?")
        .params(at.atOffset(ZoneOffset.UTC), by, merge.mergeId())
        .update();
  }

  /** The merge in force that closed this lead. */
  Optional<LeadMerge> closing(UUID mergedId) {
    return jdbc.sql("SELECT * FROM lead_merge WHERE merged_id = ? AND undone_on IS NULL")
        .param(mergedId)
        .query(LeadMerge::read)
        .optional();
  }

  /** The merges into this lead that are in force, oldest first. */
  List<LeadMerge> into(UUID masterId) {
    return jdbc.sql(
            """
            SELECT * FROM lead_merge WHERE master_id = ? AND undone_on IS NULL
            ORDER BY merged_on, merge_id
            """)
        .param(masterId)
        .query(LeadMerge::read)
        .list();
  }

  /** All in which the lead took part, newest first. */
  List<LeadMerge> of(UUID leadId) {
    return jdbc.sql(
            """
            SELECT * FROM lead_merge WHERE master_id = :lead
            UNION SELECT * FROM lead_merge WHERE merged_id = :lead
            ORDER BY merged_on DESC, merge_id
            """)
        .param("lead", leadId)
        .query(LeadMerge::read)
        .list();
  }
}
