package org.leadflow.lead.note;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.lead.RecordKind;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * What somebody wrote down about a lead or what it became. It stays with that record for good.
 *
 * @param leadId the lead it is about, null when it is about another record
 * @param regardingType the kind of that other record, null when it is about a lead
 * @param regardingId that record
 * @param createdBy the author, the only one who may change it
 */
public record LeadNote(
    @Id UUID noteId,
    @Version @Nullable Long version,
    @Nullable UUID leadId,
    @Nullable RecordKind regardingType,
    @Nullable UUID regardingId,
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
