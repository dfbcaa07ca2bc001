package org.leadflow.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.net.URI;
import java.util.Set;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.Refused;
import org.leadflow.intake.Intake;
import org.leadflow.intake.Intake.Submission;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadFields;
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
  private final LeadAccess access;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final Validator validator;

  LeadIntakeController(
      Intake intake,
      LeadAccess access,
      Permissions permissions,
      CurrentCaller callers,
      Validator validator) {
    this.intake = intake;
    this.access = access;
    this.permissions = permissions;
    this.callers = callers;
    this.validator = validator;
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
                    name = "The least that is accepted",
                    value = "{\"subject\": \"Question about prices\", \"lastName\": \"Tanaka\"}")
              }))
  ResponseEntity<LeadView> submit(@RequestBody NewLead lead) {
    LeadFields fields = lead.fields();
    requireValid(fields);
    Caller caller = callers.get();
    permissions.require(caller, Privilege.CREATE);
    access.requireLinks(fields);
    Submission submission = intake.submit(lead.leadId(), fields, "API");
    if (submission instanceof Submission.Accepted accepted) {
      return answer(HttpStatus.CREATED, accepted.lead());
    }
    if (submission instanceof Submission.Unclear unclear) {
      throw Refused.invalid("invalid", "Some fields are not as they must be.", unclear.faults());
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
    return answer(HttpStatus.OK, known);
  }

  /** Here and not by annotation, so that a fault names the field as it was sent. */
  private void requireValid(LeadFields fields) {
    Set<ConstraintViolation<LeadFields>> violations = validator.validate(fields);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
  }

  private static ResponseEntity<LeadView> answer(HttpStatus status, Lead lead) {
    LeadView view = LeadView.of(lead);
    return ResponseEntity.status(status)
        .location(URI.create("/api/leads/" + view.leadId()))
        .eTag(view.etag())
        .body(view);
  }
}
