package org.leadflow.intake.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.Refused;
import org.leadflow.intake.Intake;
import org.leadflow.intake.Intake.Submission;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadView;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door for integrators and pages: one lead as JSON. */
@RestController
@RequestMapping("/api/leads")
@Tag(name = "Leads")
class LeadIntakeController {

  private final Intake intake;
  private final Permissions permissions;
  private final CurrentCaller callers;

  LeadIntakeController(Intake intake, Permissions permissions, CurrentCaller callers) {
    this.intake = intake;
    this.permissions = permissions;
    this.callers = callers;
  }

  @PostMapping
  @Operation(
      summary = "Send a lead in",
      description =
          """
          The lead is stored before the answer goes out (201) and routed right after. The same sourceSystem and
          sourceKey again answer the first lead (200) and store nothing; 409 when you may not see that lead.
          A leadId of yours becomes the id of the lead; the same lead again under its id is answered as it is (200),
          another one refused (409).

          An existing account (parentAccountId) fills an empty companyName; an existing contact (parentContactId) fills
          the empty ones of firstName, lastName, jobTitle, telephone1, mobilePhone and emailAddress1. This happens
          before the check of what is required; autoPopulated names what was filled.
          """)
  @ApiResponse(responseCode = "201", description = "Stored; the answer says where")
  @ApiResponse(responseCode = "200", description = "Sent before under the same key")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples = {
                @ExampleObject(
                    name = "A company in Germany",
                    value =
                        """
                        {"subject": "Plant monitoring for three sites", "firstName": "Petra", "lastName": "Vogel",
                         "jobTitle": "Head of Production", "companyName": "Vogel Antriebe GmbH",
                         "emailAddress1": "petra.vogel@vogel-antriebe.example", "address1City": "Stuttgart",
                         "address1Country": "Germany", "numberOfEmployees": 800, "leadSourceCode": 7,
                         "transactionCurrencyId": "EUR"}
                        """),
                @ExampleObject(
                    name = "Known customers fill the rest",
                    value =
                        """
                        {"subject": "A second line", "parentAccountId": "018f0b6e-7c1a-7d3e-9f00-5b1c2d3e4f50",
                         "parentContactId": "018f0b6e-7c1a-7d3e-9f00-5b1c2d3e4f51"}
                        """),
                @ExampleObject(
                    name = "The least that is accepted",
                    value = "{\"subject\": \"Question about prices\", \"lastName\": \"Tanaka\"}")
              }))
  ResponseEntity<ReceivedLead> submit(@RequestBody NewLead lead) {
    Caller caller = callers.get();
    permissions.require(caller, Privilege.CREATE);
    Submission submission = intake.submit(lead.leadId(), lead.fields(), "API");
    if (submission instanceof Submission.Accepted accepted) {
      return answer(HttpStatus.CREATED, accepted.lead(), accepted.autoPopulated());
    }
    if (submission instanceof Submission.Faulty faulty) {
      throw Refused.invalid("invalid", "Some fields are not as they must be.", faulty.faults());
    }
    if (submission instanceof Submission.Taken) {
      throw Refused.conflict(
          "lead-exists", "Another lead has this leadId, or had it before it was deleted.");
    }
    Lead known = ((Submission.Known) submission).lead();
    if (!permissions.allows(caller, Privilege.READ, known)) {
      throw Refused.conflict(
          "known-submission",
          "This source sent a lead under this key before. You may not see it; nothing was stored.");
    }
    return answer(HttpStatus.OK, known, List.of());
  }

  private static ResponseEntity<ReceivedLead> answer(
      HttpStatus status, Lead lead, List<String> autoPopulated) {
    LeadView view = LeadView.of(lead);
    return ResponseEntity.status(status)
        .location(URI.create("/api/leads/" + view.leadId()))
        .eTag(view.etag())
        .body(new ReceivedLead(view, autoPopulated));
  }

  /**
   * The lead as it is stored now.
   *
   * @param autoPopulated the fields that were filled from the existing account and contact
   */
  record ReceivedLead(
      @JsonUnwrapped LeadView lead,
      @Schema(description = "The fields that were filled from the existing account and contact")
          List<String> autoPopulated) {}
}
