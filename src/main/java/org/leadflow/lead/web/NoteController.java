package org.leadflow.lead.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Privilege;
import org.leadflow.core.MergePatch;
import org.leadflow.core.PageView;
import org.leadflow.core.Versions;
import org.leadflow.lead.AuditEntry.Action;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.note.LeadNote;
import org.leadflow.lead.note.NoteFields;
import org.leadflow.lead.note.Notes;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The notes of a lead. */
@RestController
@RequestMapping("/api/leads/{leadId}/notes")
@Tag(name = "Notes")
class NoteController {

  private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "createdOn", "noteId");

  private final LeadDoor door;
  private final Notes notes;
  private final MergePatch patch;
  private final NoteAuthor author;
  private final LeadRecords leads;

  NoteController(
      LeadDoor door, Notes notes, MergePatch patch, NoteAuthor author, LeadRecords leads) {
    this.leads = leads;
    this.door = door;
    this.notes = notes;
    this.patch = patch;
    this.author = author;
  }

  @GetMapping
  @Operation(summary = "List the notes of a lead, newest first")
  PageView<LeadNote> list(
      @PathVariable UUID leadId,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    UUID readable = door.readable(leadId);
    return PageView.of(notes.of(readable, PageView.request(page, size, NEWEST_FIRST)));
  }

  @PostMapping
  @Operation(summary = "Add a note to a lead, open or closed")
  ResponseEntity<LeadNote> add(@PathVariable UUID leadId, @Valid @RequestBody NoteFields fields) {
    LeadNote note = door.with(leadId, Privilege.APPEND, lead -> notes.add(leadId, fields));
    return answer(HttpStatus.CREATED, note);
  }

  @PatchMapping("/{noteId}")
  @Operation(
      summary = "Change a note of yours while the lead is Open",
      description = "A JSON merge patch (RFC 7396). Send the ETag as If-Match to be sure.")
  ResponseEntity<LeadNote> change(
      @PathVariable UUID leadId,
      @PathVariable UUID noteId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody JsonNode changes) {
    LeadNote changed =
        door.withOpen(
            leadId,
            Privilege.APPEND,
            lead -> {
              LeadNote note = own(leadId, noteId);
              Versions.check(ifMatch, note.version());
              leads.tell(lead, Action.NOTE_CHANGED, "note " + noteId);
              return notes.change(note, patch.apply(note.fields(), NoteFields.class, changes));
            });
    return answer(HttpStatus.OK, changed);
  }

  @DeleteMapping("/{noteId}")
  @Operation(summary = "Delete a note of yours while the lead is Open")
  ResponseEntity<Void> delete(
      @PathVariable UUID leadId,
      @PathVariable UUID noteId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return door.withOpen(
        leadId,
        Privilege.APPEND,
        lead -> {
          LeadNote note = own(leadId, noteId);
          Versions.check(ifMatch, note.version());
          notes.remove(note);
          leads.tell(lead, Action.NOTE_DELETED, "note " + noteId);
          return ResponseEntity.noContent().build();
        });
  }

  private LeadNote own(UUID leadId, UUID noteId) {
    return author.require(notes.find(leadId, noteId), noteId);
  }

  private static ResponseEntity<LeadNote> answer(HttpStatus status, LeadNote note) {
    return ResponseEntity.status(status).eTag(Versions.tag(note.version())).body(note);
  }
}
