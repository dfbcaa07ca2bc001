package org.leadflow.lead.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.NotVisible;
import org.leadflow.core.Refused;
import org.leadflow.lead.note.LeadNote;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** A note is changed by whoever wrote it. */
@Component
class NoteAuthor {

  private final CurrentCaller callers;

  NoteAuthor(CurrentCaller callers) {
    this.callers = callers;
  }

  /** The note that was found, when the caller wrote it. */
  LeadNote require(Optional<LeadNote> found, UUID noteId) {
    LeadNote note = found.orElseThrow(() -> new NotVisible("note", noteId));
    if (!note.createdBy().equals(callers.get().userId())) {
      throw new Refused(
          HttpStatus.FORBIDDEN,
          "not-author",
          "A note is changed and deleted by its author only; add one of your own.",
          List.of());
    }
    return note;
  }
}
