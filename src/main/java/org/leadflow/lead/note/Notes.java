package org.leadflow.lead.note;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.leadflow.core.CurrentActor;
import org.leadflow.core.Ids;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;

/** Keeps the notes of leads. Whether a note may be written is asked at the door. */
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

  /** Adds a note by whoever is acting. */
  public LeadNote add(UUID leadId, NoteFields fields) {
    Instant now = now();
    return notes.save(
        new LeadNote(
            Ids.next(), null, leadId, fields.subject(), fields.text(), now, actor.get().id(), now));
  }

  /** Rewrites a note as it was read; whoever read an older one loses. */
  public LeadNote change(LeadNote note, NoteFields fields) {
    return notes.save(
        new LeadNote(
            note.noteId(),
            note.version(),
            note.leadId(),
            fields.subject(),
            fields.text(),
            note.createdOn(),
            note.createdBy(),
            now()));
  }

  public void remove(LeadNote note) {
    notes.delete(note);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
