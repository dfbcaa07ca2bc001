package org.leadflow.lead.note;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * What somebody wrote down about a lead. It stays with the lead for good.
 *
 * @param createdBy the author, the only one who may change it
 */
public record LeadNote(
    @Id UUID noteId,
    @Version @Nullable Long version,
    UUID leadId,
    @Nullable String subject,
    String text,
    Instant createdOn,
    String createdBy,
    Instant modifiedOn) {

  /** The part of it that its author writes. */
  public NoteFields fields() {
    return new NoteFields(subject, text);
  }

  /** Names the record only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "note " + noteId;
  }
}
