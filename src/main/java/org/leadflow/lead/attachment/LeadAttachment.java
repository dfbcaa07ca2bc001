package org.leadflow.lead.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file of a lead. It is never changed.
 *
 * @param fileName as the sender called it, without a path; data, never a name of a file of ours
 * @param mediaType found in its content
 * @param size in bytes
 * @param sha256 of its bytes, in hexadecimal
 * @param createdBy who added it
 */
public record LeadAttachment(
    UUID attachmentId,
    UUID leadId,
    String fileName,
    String mediaType,
    long size,
    String sha256,
    @Nullable String subject,
    @Nullable String text,
    Instant createdOn,
    String createdBy) {

  static LeadAttachment read(ResultSet row, int number) throws SQLException {
    return new LeadAttachment(
        row.getObject("attachment_id", UUID.class),
        row.getObject("lead_id", UUID.class),
        row.getString("file_name"),
        row.getString("media_type"),
        row.getLong("size"),
        row.getString("sha256"),
        row.getString("subject"),
        row.getString("text"),
        row.getObject("created_on", OffsetDateTime.class).toInstant(),
        row.getString("created_by"));
  }

  /** Names the record only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "attachment " + attachmentId;
  }
}
