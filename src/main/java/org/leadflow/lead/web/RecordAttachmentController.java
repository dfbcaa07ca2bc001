package org.leadflow.lead.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.leadflow.access.NotVisible;
import org.leadflow.core.PageView;
import org.leadflow.lead.RecordKind;
import org.leadflow.lead.attachment.Attachments;
import org.leadflow.lead.attachment.LeadAttachment;
import org.springframework.core.io.Resource;
import org.springframework.data.domain.Sort;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The files of the leads that an opportunity, account or contact was made from. They stay with
 * their leads; whoever may read the record may read them here.
 */
abstract class RecordAttachmentController {

  private final RecordKind kind;
  private final RecordDoor door;
  private final Attachments attachments;

  private RecordAttachmentController(RecordKind kind, RecordDoor door, Attachments attachments) {
    this.kind = kind;
    this.door = door;
    this.attachments = attachments;
  }

  @GetMapping
  @Operation(summary = "List the files of the leads it was made from, newest first")
  PageView<LeadAttachment> list(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    UUID readable = door.readable(kind, id);
    return PageView.of(
        attachments.behind(kind, readable, PageView.request(page, size, Sort.unsorted())));
  }

  @GetMapping("/{attachmentId}")
  @Operation(summary = "Read what is known of a file of a lead it was made from")
  LeadAttachment read(@PathVariable UUID id, @PathVariable UUID attachmentId) {
    return attachments
        .find(kind, door.readable(kind, id), attachmentId)
        .orElseThrow(() -> new NotVisible("attachment", attachmentId));
  }

  @GetMapping("/{attachmentId}/content")
  @Operation(summary = "Download a file of a lead it was made from")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<Resource> content(@PathVariable UUID id, @PathVariable UUID attachmentId) {
    LeadAttachment attachment = read(id, attachmentId);
    return Download.of(attachment, attachments.content(attachment));
  }

  @RestController
  @RequestMapping("/api/opportunities/{id}/attachments")
  @Tag(name = "Attachments")
  static class OfOpportunity extends RecordAttachmentController {
    OfOpportunity(RecordDoor door, Attachments attachments) {
      super(RecordKind.OPPORTUNITY, door, attachments);
    }
  }

  @RestController
  @RequestMapping("/api/accounts/{id}/attachments")
  @Tag(name = "Attachments")
  static class OfAccount extends RecordAttachmentController {
    OfAccount(RecordDoor door, Attachments attachments) {
      super(RecordKind.ACCOUNT, door, attachments);
    }
  }

  @RestController
  @RequestMapping("/api/contacts/{id}/attachments")
  @Tag(name = "Attachments")
  static class OfContact extends RecordAttachmentController {
    OfContact(RecordDoor door, Attachments attachments) {
      super(RecordKind.CONTACT, door, attachments);
    }
  }
}
