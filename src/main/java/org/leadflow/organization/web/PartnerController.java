package org.leadflow.organization.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.MergePatch;
import org.leadflow.core.Refused;
import org.leadflow.core.StorableText;
import org.leadflow.organization.ChannelPartner;
import org.leadflow.organization.Edits;
import org.leadflow.organization.Edits.Kind;
import org.leadflow.organization.Horizon;
import org.leadflow.organization.Organization;
import org.leadflow.organization.OrganizationChanges;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Channel partners, which administrators create and change. */
@RestController
@RequestMapping("/api/organization/partners")
@Tag(name = "Organization")
class PartnerController {

  private final Tagged tagged;
  private final ReferenceFaults references;
  private final Edits edits;
  private final MergePatch patch;
  private final Organization organization;
  private final OrganizationChanges changes;
  private final Horizon horizon;

  PartnerController(
      Tagged tagged,
      ReferenceFaults references,
      Edits edits,
      MergePatch patch,
      Organization organization,
      OrganizationChanges changes,
      Horizon horizon) {
    this.tagged = tagged;
    this.references = references;
    this.edits = edits;
    this.patch = patch;
    this.organization = organization;
    this.changes = changes;
    this.horizon = horizon;
  }

  @GetMapping("/{id}")
  @Operation(summary = "One channel partner")
  ResponseEntity<ChannelPartner> read(@PathVariable String id) {
    return answer(HttpStatus.OK, id);
  }

  @PostMapping
  @Operation(summary = "Create a channel partner", description = "Administrators only.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "A partner",
                      value =
                          "{\"id\": \"fjord\", \"name\": \"Fjord IT\", \"businessUnitId\": \"emea\"}")))
  ResponseEntity<ChannelPartner> create(@Valid @RequestBody NewPartner partner) {
    var faults = new ArrayList<FieldFault>();
    references.id(partner.id(), faults);
    references.unit("businessUnitId", partner.businessUnitId(), faults);
    Refused.ifAny(faults);
    return edits.inTransaction(
        () -> {
          if (edits.isTaken(Kind.PARTNER, partner.id())) {
            throw Asker.taken("partner", partner.id());
          }
          changes.save(new ChannelPartner(partner.id(), partner.name(), partner.businessUnitId()));
          return answer(HttpStatus.CREATED, partner.id());
        });
  }

  @PatchMapping("/{id}")
  @Operation(
      summary = "Rename a partner, or give it to another unit",
      description =
          "Administrators only. A JSON merge patch (RFC 7396); send its ETag as If-Match. Its teams and users move"
              + " along.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              schema = @Schema(type = "object"),
              examples =
                  @ExampleObject(
                      name = "Another unit",
                      value = "{\"businessUnitId\": \"americas\"}")))
  ResponseEntity<ChannelPartner> change(
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody JsonNode fields) {
    partner(id);
    edits.edit(
        Kind.PARTNER,
        id,
        ifMatch,
        () -> {
          ChannelPartner partner = partner(id);
          PartnerFields changed =
              patch.apply(
                  new PartnerFields(partner.name(), partner.businessUnitId()),
                  PartnerFields.class,
                  fields);
          var faults = new ArrayList<FieldFault>();
          references.unit("businessUnitId", changed.businessUnitId(), faults);
          Refused.ifAny(faults);
          changes.save(new ChannelPartner(id, changed.name(), changed.businessUnitId()));
          return id;
        });
    return answer(HttpStatus.OK, id);
  }

  private ChannelPartner partner(String id) {
    return organization
        .partner(id)
        .filter(horizon::shows)
        .orElseThrow(() -> Asker.missing("partner", id));
  }

  private ResponseEntity<ChannelPartner> answer(HttpStatus status, String id) {
    return tagged.answer(status, Kind.PARTNER, id, partner(id));
  }

  /** What an administrator writes of a partner. */
  @StorableText
  record PartnerFields(
      @NotBlank @Size(max = 160) @Nullable String name, @Nullable String businessUnitId) {}

  /** A partner that is to be created. */
  @StorableText
  record NewPartner(
      @Nullable String id,
      @NotBlank @Size(max = 160) @Nullable String name,
      @Nullable String businessUnitId) {}
}
