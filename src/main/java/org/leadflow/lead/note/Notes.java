package org.leadflow.lead.note;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Actor;
import org.leadflow.core.Actor.Door;
import org.leadflow.core.CurrentActor;
import org.leadflow.core.Ids;
import org.leadflow.lead.RecordKind;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;

/**
 * Keeps the notes about leads and what they became. Whether a note may be written is asked at the
 * door.
 */
@Service
public class Notes {

  private final LeadNotes notes;
  private final CurrentActor actor;
  private final Clock clock;

  Notes(LeadNotes notes, CurrentActor actor, Clock clock) {
    this.notes = notes;
    this.actor = actor;
    this.clock = clock;
  }

  /** One page of a lead's notes, in the order of the page request. */
  public Page<LeadNote> of(UUID leadId, Pageable page) {
    return notes.findByLeadId(leadId, page);
  }

  /** The note, when it is one of this lead. */
  public Optional<LeadNote> find(UUID leadId, UUID noteId) {
    return notes.findByLeadIdAndNoteId(leadId, noteId);
  }

  /** One page of the notes about what a lead became, in the order of the page request. */
  public Page<LeadNote> of(RecordKind kind, UUID id, Pageable page) {
    return notes.findByRegardingTypeAndRegardingId(kind, id, page);
  }

  /** The note, when it is one about this record. */
  public Optional<LeadNote> find(RecordKind kind, UUID id, UUID noteId) {
    return notes.findByRegardingTypeAndRegardingIdAndNoteId(kind, id, noteId);
  }

  /** Whether a note of the lead has exactly this text. */
  public boolean says(UUID leadId, String text) {
    return notes.existsByLeadIdAndText(leadId, text);
  }

  /** Adds a note about a lead by whoever is acting. */
  public LeadNote add(UUID leadId, NoteFields fields) {
    return add(leadId, null, null, fields, actor.get());
  }

  /**
   * Keeps beside the lead what a source said of it. The product is its author: nobody changes it,
   * and it is no work on the lead.
   */
  public LeadNote keep(UUID leadId, NoteFields fields) {
    return add(leadId, null, null, fields, Actor.product(Door.PROCESS));
  }

  /** Adds a note about what a lead became by whoever is acting. */
  public LeadNote add(RecordKind kind, UUID id, NoteFields fields) {
    return add(null, kind, id, fields, actor.get());
  }

  private LeadNote add(
      @Nullable UUID leadId,
      @Nullable RecordKind kind,
      @Nullable UUID id,
      NoteFields fields,
      Actor author) {
    Instant now = clock.instant();
    return notes.save(
        new LeadNote(
            Ids.next(),
            null,
            leadId,
            kind,
            id,
            fields.subject(),
            fields.text(),
            now,
            author.id(),
            now));
  }

  /** Rewrites a note as it was read; whoever read an older one loses. */
  public LeadNote change(LeadNote note, NoteFields fields) {
    return notes.save(
        new LeadNote(
            note.noteId(),
            note.version(),
            note.leadId(),
            note.regardingType(),
            note.regardingId(),
            fields.subject(),
            fields.text(),
            note.createdOn(),
            note.createdBy(),
            clock.instant()));
  }

  public void remove(LeadNote note) {
    notes.delete(note);
  }
}
