package org.leadflow.lead.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.FieldFault;
import org.leadflow.core.PageView;
import org.leadflow.core.Refused;
import org.leadflow.core.Versions;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.LeadRecords.Change;
import org.leadflow.lead.LeadView;
import org.leadflow.lead.RequiredFields;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads, lists and changes leads. New ones come in through the doors of intake. */
@RestController
@RequestMapping("/api/leads")
@Tag(name = "Leads")
class LeadController {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "createdOn", "leadId");

  private final LeadRecords leads;
  private final LeadAccess access;
  private final RequiredFields required;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final FieldPatch patch;
  private final NewLinks newLinks;

  LeadController(
      LeadRecords leads,
      LeadAccess access,
      RequiredFields required,
      Permissions permissions,
      CurrentCaller callers,
      FieldPatch patch,
      NewLinks newLinks) {
    this.leads = leads;
    this.access = access;
    this.required = required;
    this.permissions = permissions;
    this.callers = callers;
    this.patch = patch;
    this.newLinks = newLinks;
  }

  @GetMapping
  @Operation(summary = "List the leads you may see, newest first")
  PageView<LeadView> list(
      @RequestParam(required = false) @Nullable Integer stateCode,
      @RequestParam(required = false) @Nullable Integer leadSourceCode,
      @RequestParam(required = false) @Nullable String ownerId,
      @RequestParam(required = false) @Nullable String owningBusinessUnit,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    permissions.require(callers.get(), Privilege.READ);
    Criteria criteria = permissions.visible(callers.get(), Privilege.READ);
    if (stateCode != null) {
      criteria = criteria.and("stateCode").is(stateCode);
    }
    if (leadSourceCode != null) {
      criteria = criteria.and("fields.leadSourceCode").is(leadSourceCode);
    }
    if (ownerId != null) {
      String id = id("ownerId", ownerId);
      criteria = criteria.and(Criteria.where("ownerUser").is(id).or("ownerTeam").is(id));
    }
    if (owningBusinessUnit != null) {
      criteria =
          criteria.and("owningBusinessUnit").is(id("owningBusinessUnit", owningBusinessUnit));
    }
    PageRequest request = PageView.request(page, size, NEWEST_FIRST);
    return PageView.of(leads.page(criteria, request).map(LeadView::of));
  }

  @GetMapping("/{leadId}")
  @Operation(summary = "Read a lead")
  ResponseEntity<LeadView> read(@PathVariable UUID leadId) {
    return answer(access.require(leadId, Privilege.READ));
  }

  @PatchMapping("/{leadId}")
  @Operation(
      summary = "Change a lead",
      description =
          """
          A JSON merge patch (RFC 7396): fields sent are set, null empties one. Send the ETag as If-Match.

          A new parentAccountId or parentContactId must be one of the lead's matching accounts or contacts (422
          `no-match`). Nothing is filled in from it.
          """)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      description = "Some of the fields a lead is sent in with",
      content =
          @Content(
              schema = @Schema(type = "object"),
              examples =
                  @ExampleObject(
                      name = "Another phone, no fax",
                      value = "{\"telephone1\": \"+49 30 23125 014\", \"fax\": null}")))
  ResponseEntity<LeadView> change(
      @PathVariable UUID leadId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Parameter(
              description =
                  "Link the account or contact even if it does not match; the lead's trail says so")
          @RequestParam(defaultValue = "false")
          boolean searchAll,
      @RequestBody JsonNode changes) {
    Lead lead = access.require(leadId, Privilege.WRITE);
    long version = Versions.required(ifMatch);
    LeadFields fields = patch.apply(lead.fields(), changes);
    Refused.ifAny(required.faults(fields));
    access.requireLinks(fields);
    Set<String> beyond = newLinks.beyondMatches(lead.fields(), fields, searchAll);
    Change change = leads.change(leadId, version, fields, beyond);
    if (change instanceof Change.Closed closed) {
      throw Refused.conflict(
          "lead-closed",
          "The lead is "
              + closed.lead().state().label()
              + " and read-only until it is reactivated.");
    }
    if (change instanceof Change.Stale stale) {
      throw Versions.stale(stale.lead().version());
    }
    return answer(change.lead());
  }

  /** What can be no id is refused here: not every database takes every character. */
  private static String id(String parameter, String value) {
    if (!ID.matcher(value).matches()) {
      throw Refused.invalid(
          "invalid",
          "There can be no such " + parameter + ".",
          List.of(new FieldFault(parameter, "has 1 to 64 of the characters A-Z a-z 0-9 . _ -")));
    }
    return value;
  }

  private static ResponseEntity<LeadView> answer(Lead lead) {
    LeadView view = LeadView.of(lead);
    return ResponseEntity.ok().eTag(view.etag()).body(view);
  }
}
