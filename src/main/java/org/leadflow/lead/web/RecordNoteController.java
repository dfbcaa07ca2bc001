package org.leadflow.lead.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.MergePatch;
import org.leadflow.core.PageView;
import org.leadflow.core.Versions;
import org.leadflow.lead.RecordKind;
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

/** The notes about an opportunity, account or contact itself; those of its leads are not here. */
abstract class RecordNoteController {

  private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "createdOn", "noteId");

  private final RecordKind kind;
  private final RecordDoor door;
  private final Notes notes;
  private final MergePatch patch;
  private final NoteAuthor author;

  private RecordNoteController(
      RecordKind kind, RecordDoor door, Notes notes, MergePatch patch, NoteAuthor author) {
    this.kind = kind;
    this.door = door;
    this.notes = notes;
    this.patch = patch;
    this.author = author;
  }

  @GetMapping
  @Operation(
      summary = "List the record's own notes, newest first",
      description = "Notes of the leads it was made from stand on its timeline.")
  PageView<LeadNote> list(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    UUID readable = door.readable(kind, id);
    return PageView.of(notes.of(kind, readable, PageView.request(page, size, NEWEST_FIRST)));
  }

  @PostMapping
  @Operation(summary = "Add a note to the record")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(examples = @ExampleObject(value = "{\"text\": \"They want a pilot first\"}")))
  ResponseEntity<LeadNote> add(@PathVariable UUID id, @Valid @RequestBody NoteFields fields) {
    return answer(HttpStatus.CREATED, door.with(kind, id, () -> notes.add(kind, id, fields)));
  }

  @PatchMapping("/{noteId}")
  @Operation(
      summary = "Change a note of yours",
      description = "A JSON merge patch (RFC 7396). Send the ETag as If-Match to be sure.")
  ResponseEntity<LeadNote> change(
      @PathVariable UUID id,
      @PathVariable UUID noteId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody JsonNode changes) {
    LeadNote changed =
        door.with(
            kind,
            id,
            () -> {
              LeadNote note = own(id, noteId);
              Versions.check(ifMatch, note.version());
              return notes.change(note, patch.apply(note.fields(), NoteFields.class, changes));
            });
    return answer(HttpStatus.OK, changed);
  }

  @DeleteMapping("/{noteId}")
  @Operation(summary = "Delete a note of yours")
  ResponseEntity<Void> delete(
      @PathVariable UUID id,
      @PathVariable UUID noteId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return door.with(
        kind,
        id,
        () -> {
          LeadNote note = own(id, noteId);
          Versions.check(ifMatch, note.version());
          notes.remove(note);
          return ResponseEntity.noContent().build();
        });
  }

  private LeadNote own(UUID id, UUID noteId) {
    return author.require(notes.find(kind, id, noteId), noteId);
  }

  private static ResponseEntity<LeadNote> answer(HttpStatus status, LeadNote note) {
    return ResponseEntity.status(status).eTag(Versions.tag(note.version())).body(note);
  }

  @RestController
  @RequestMapping("/api/opportunities/{id}/notes")
  @Tag(name = "Notes")
  static class OfOpportunity extends RecordNoteController {
    OfOpportunity(RecordDoor door, Notes notes, MergePatch patch, NoteAuthor author) {
      super(RecordKind.OPPORTUNITY, door, notes, patch, author);
    }
  }

  @RestController
  @RequestMapping("/api/accounts/{id}/notes")
  @Tag(name = "Notes")
  static class OfAccount extends RecordNoteController {
    OfAccount(RecordDoor door, Notes notes, MergePatch patch, NoteAuthor author) {
      super(RecordKind.ACCOUNT, door, notes, patch, author);
    }
  }

  @RestController
  @RequestMapping("/api/contacts/{id}/notes")
  @Tag(name = "Notes")
  static class OfContact extends RecordNoteController {
    OfContact(RecordDoor door, Notes notes, MergePatch patch, NoteAuthor author) {
      super(RecordKind.CONTACT, door, notes, patch, author);
    }
  }
}
