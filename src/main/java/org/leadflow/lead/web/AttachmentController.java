package org.leadflow.lead.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.NotVisible;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.lead.AuditEntry.Action;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.attachment.AttachmentFields;
import org.leadflow.lead.attachment.Attachments;
import org.leadflow.lead.attachment.LeadAttachment;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The files of a lead. */
@RestController
@RequestMapping("/api/leads/{leadId}/attachments")
@Tag(name = "Attachments")
class AttachmentController {

  private final LeadDoor door;
  private final Attachments attachments;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final LeadRecords leads;

  AttachmentController(
      LeadDoor door,
      Attachments attachments,
      Permissions permissions,
      CurrentCaller callers,
      LeadRecords leads) {
    this.leads = leads;
    this.door = door;
    this.attachments = attachments;
    this.permissions = permissions;
    this.callers = callers;
  }

  @GetMapping
  @Operation(summary = "List the files of a lead, newest first")
  List<LeadAttachment> list(@PathVariable UUID leadId) {
    return attachments.of(door.readable(leadId));
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(
      summary = "Add a file to a lead, open or closed",
      description =
          "A form with the part file and, if you like, subject and text. What the file is is found in its content: PDF, PNG, JPEG, GIF, WebP, office documents (OOXML, ODF), text, CSV, e-mails (eml), iCalendar and vCard are taken, up to 5 MB unless it is set otherwise.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
              schema = @Schema(implementation = AttachmentForm.class)))
  ResponseEntity<LeadAttachment> add(
      @PathVariable UUID leadId,
      @Parameter(hidden = true) @RequestPart(name = "file", required = false)
          @Nullable MultipartFile file,
      @Parameter(hidden = true) @Valid @ModelAttribute AttachmentFields fields) {
    if (file == null) {
      throw Refused.invalid(
          "invalid", "There is no file.", List.of(new FieldFault("file", "must be given")));
    }
    LeadAttachment added =
        door.with(
            leadId,
            Privilege.APPEND,
            lead -> attachments.add(leadId, file.getOriginalFilename(), fields, received(file)));
    return ResponseEntity.status(HttpStatus.CREATED).body(added);
  }

  @GetMapping("/{attachmentId}")
  @Operation(summary = "Read what is known of a file of a lead")
  LeadAttachment read(@PathVariable UUID leadId, @PathVariable UUID attachmentId) {
    return find(door.readable(leadId), attachmentId);
  }

  @GetMapping("/{attachmentId}/content")
  @Operation(summary = "Download a file of a lead")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<Resource> content(@PathVariable UUID leadId, @PathVariable UUID attachmentId) {
    LeadAttachment attachment = find(door.readable(leadId), attachmentId);
    return Download.of(attachment, attachments.content(attachment));
  }

  @DeleteMapping("/{attachmentId}")
  @Operation(
      summary = "Delete a file while the lead is Open",
      description = "Whoever added it may, and who may delete the lead.")
  ResponseEntity<Void> delete(@PathVariable UUID leadId, @PathVariable UUID attachmentId) {
    return door.withOpen(
        leadId,
        Privilege.APPEND,
        lead -> {
          attachments.remove(deletable(lead, attachmentId));
          leads.tell(lead, Action.FILE_DELETED, "file " + attachmentId);
          return ResponseEntity.noContent().build();
        });
  }

  private LeadAttachment deletable(Lead lead, UUID attachmentId) {
    LeadAttachment attachment = find(lead.leadId(), attachmentId);
    boolean own = attachment.createdBy().equals(callers.get().userId());
    if (!own && !permissions.allows(callers.get(), Privilege.DELETE, lead)) {
      throw new Refused(
          HttpStatus.FORBIDDEN,
          "not-author",
          "A file is deleted by whoever added it, or by who may delete the lead.",
          List.of());
    }
    return attachment;
  }

  private LeadAttachment find(UUID leadId, UUID attachmentId) {
    return attachments
        .find(leadId, attachmentId)
        .orElseThrow(() -> new NotVisible("attachment", attachmentId));
  }

  private static InputStream received(MultipartFile file) {
    try {
      return file.getInputStream();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** What {@link #add} takes, for the document of the API. */
  record AttachmentForm(
      @Schema(type = "string", format = "binary", requiredMode = Schema.RequiredMode.REQUIRED)
          Object file,
      @Schema(maxLength = 500, example = "Our offer") String subject,
      @Schema(maxLength = 100_000, example = "Valid until May") String text) {}
}
