package org.leadflow.routing.explain.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.lead.LeadFields;
import org.leadflow.routing.explain.DraftRulebooks;
import org.leadflow.routing.explain.DraftUploads;
import org.leadflow.routing.explain.Trying;
import org.leadflow.routing.explain.Trying.TriedLead;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Tells what would become of a lead. Managers, operators and administrators get here. */
@RestController
@RequestMapping("/api/leads/try")
@Tag(name = "Decisions")
class TryController {

  private final Trying trying;
  private final DraftRulebooks drafts;
  private final DraftUploads uploads;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final ObjectMapper json;

  TryController(
      Trying trying,
      DraftRulebooks drafts,
      DraftUploads uploads,
      Permissions permissions,
      CurrentCaller callers,
      ObjectMapper json) {
    this.trying = trying;
    this.drafts = drafts;
    this.uploads = uploads;
    this.permissions = permissions;
    this.callers = callers;
    this.json = json;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Try what would become of a lead",
      description =
          """
          The lead is filled, checked, screened, scored and routed by the same code as one that is sent in, and nothing
          of it is kept: no lead, no decision, no turn. The candidates are those of this moment.

          With ruleSet and version that set decides in that version, the others as they are at work.
          """)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "A company in Germany",
                      value =
                          """
                          {"subject": "Plant monitoring", "lastName": "Vogel", "companyName": "Vogel Antriebe GmbH",
                           "address1Country": "Germany", "numberOfEmployees": 800, "leadSourceCode": 7}
                          """)))
  TriedLead attempt(
      @Parameter(example = "routing/company") @RequestParam(required = false)
          @Nullable String ruleSet,
      @RequestParam(required = false) @Nullable String version,
      @RequestBody LeadFields lead) {
    permissions.require(callers.get(), Privilege.CREATE);
    return trying.attempt(lead, drafts.version(callers.get(), ruleSet, version).rules());
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(
      summary = "Try what would become of a lead under rules that are not published",
      description =
          "Rules are code: of managers only rules that compare facts are run, of operators and administrators any. A form with the parts lead (JSON) and rules (a zip"
              + " of a rules folder with one or more sets; the others decide as they are at work).")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
              schema = @Schema(implementation = TryForm.class)))
  TriedLead attempt(
      @Parameter(hidden = true) @RequestPart(name = "lead", required = false) @Nullable String lead,
      @Parameter(hidden = true) @RequestPart(name = "rules", required = false)
          @Nullable MultipartFile rules) {
    permissions.require(callers.get(), Privilege.CREATE);
    boolean onlyPlain = uploads.onlyPlain(callers.get());
    if (lead == null || rules == null) {
      throw Refused.invalid(
          "invalid",
          "Something is missing.",
          List.of(new FieldFault(lead == null ? "lead" : "rules", "must be given")));
    }
    try {
      return trying.attempt(
          json.readValue(lead, LeadFields.class), drafts.uploaded(rules, onlyPlain).rules());
    } catch (JsonProcessingException unreadable) {
      throw Refused.invalid(
          "invalid",
          "The lead cannot be read.",
          List.of(new FieldFault("lead", "must be the JSON of a new lead")));
    }
  }

  /** What the form takes, for the document of the API. */
  record TryForm(
      @Schema(example = "{\"subject\": \"Plant monitoring\", \"lastName\": \"Vogel\"}") String lead,
      @Schema(type = "string", format = "binary") Object rules) {}
}
