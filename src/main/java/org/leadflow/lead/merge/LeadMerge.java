package org.leadflow.lead.merge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One time that a lead was merged into another.
 *
 * @param masterId the lead that stays
 * @param mergedId the lead that was closed as its duplicate
 * @param undoneOn when it was taken back, null while it stands
 */
public record LeadMerge(
    UUID mergeId,
    UUID masterId,
    UUID mergedId,
    @Nullable Integer changeSeq,
    Instant mergedOn,
    String mergedBy,
    @Nullable Instant undoneOn,
    @Nullable String undoneBy) {

  static LeadMerge read(ResultSet row, int number) throws SQLException {
    OffsetDateTime undone = row.getObject("undone_on", OffsetDateTime.class);
    return new LeadMerge(
        row.getObject("merge_id", UUID.class),
        row.getObject("master_id", UUID.class),
        row.getObject("merged_id", UUID.class),
        row.getObject("change_seq", Integer.class),
        row.getObject("merged_on", OffsetDateTime.class).toInstant(),
        row.getString("merged_by"),
        undone == null ? null : undone.toInstant(),
        row.getString("undone_by"));
  }
}
