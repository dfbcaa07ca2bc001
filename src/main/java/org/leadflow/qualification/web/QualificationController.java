package org.leadflow.qualification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Privilege;
import org.leadflow.core.IdempotentRequests;
import org.leadflow.core.Versions;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.LeadView;
import org.leadflow.qualification.Answer;
import org.leadflow.qualification.Answering;
import org.leadflow.qualification.QualifyLead;
import org.leadflow.qualification.Undo;
import org.leadflow.qualification.Verdict;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a seller answers in Tasklist, by API. Both go through the same task of the same process. */
@RestController
@RequestMapping("/api/leads/{leadId}")
@Tag(name = "Qualification")
class QualificationController {

  private final LeadAccess access;
  private final LeadRecords leads;
  private final Answering answering;
  private final Qualifying qualifying;
  private final Undo undo;
  private final IdempotentRequests requests;

  QualificationController(
      LeadAccess access,
      LeadRecords leads,
      Answering answering,
      Qualifying qualifying,
      Undo undo,
      IdempotentRequests requests) {
    this.access = access;
    this.leads = leads;
    this.answering = answering;
    this.qualifying = qualifying;
    this.undo = undo;
    this.requests = requests;
  }

  @PostMapping("/qualify")
  @Operation(
      summary = "Qualify a lead into account, contact and opportunity",
      description =
          """
          Answers what was newly created, linked and filled. Only an Open lead is qualified; after a reactivation the
          records made from it before are linked and none is created twice. A dry run answers the same and does nothing.

          202 with `waiting for approval` when a manager has to approve it first: nothing is created until then.

          412 `duplicate-found` when an account or contact about to be created is there already: choose one
          (`accountId`, `contactId`), or send `ignoreDuplicates` with the `duplicateToken` of that answer. With an
          `Idempotency-Key` the same request sent again gets the first answer.
          """)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples = {
                @ExampleObject(
                    name = "All three records",
                    value = "{\"opportunityCurrencyId\": \"EUR\"}"),
                @ExampleObject(
                    name = "What would be done",
                    value = "{\"dryRun\": true, \"opportunity\": {\"estimatedAmount\": 48000}}"),
                @ExampleObject(
                    name = "New ones, although there are records like them",
                    value =
                        "{\"ignoreDuplicates\": [\"account\"], \"duplicateToken\": \"q0Zb0vI3Rk8\"}"),
                @ExampleObject(
                    name = "No opportunity",
                    value =
                        "{\"createOpportunity\": false, \"comment\": \"Wants to be called again in spring\"}")
              }))
  ResponseEntity<QualifiedView> qualify(
      @PathVariable UUID leadId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @Parameter(description = "As in Dynamics 365; the same as the field of that name")
          @RequestHeader(value = "MSCRM.SuppressDuplicateDetection", required = false)
          @Nullable Boolean suppress,
      @Valid @RequestBody QualifyLead request) {
    QualifyLead asked =
        Boolean.TRUE.equals(suppress) ? request.suppressingDuplicateDetection() : request;
    QualifiedView view =
        requests.once(
            Boolean.TRUE.equals(asked.dryRun()) ? null : key,
            "qualify " + leadId,
            asked,
            QualifiedView.class,
            () -> {
              Versions.check(ifMatch, access.require(leadId, Privilege.WRITE).version());
              return qualifying.qualify(leadId, asked);
            });
    return ResponseEntity.status(view.waits() ? HttpStatus.ACCEPTED : HttpStatus.OK).body(view);
  }

  @PostMapping("/undo-qualification")
  @Operation(
      summary = "Undo the qualification of a lead",
      description =
          "While it is fresh and nobody worked with what it created: that is removed, what it filled is emptied, and"
              + " the lead is Open as it was. 409 says what stands against it.")
  ResponseEntity<LeadView> undo(
      @PathVariable UUID leadId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    Versions.check(ifMatch, access.require(leadId, Privilege.WRITE).version());
    if (undo.undo(leadId) instanceof Verdict.No no) {
      throw no.refused();
    }
    return view(leadId);
  }

  @PostMapping("/disqualify")
  @Operation(
      summary = "Disqualify a lead with a reason",
      description =
          "202 with the lead as it still is when the process asks somebody else first, as one that was changed may.")
  ResponseEntity<LeadView> disqualify(
      @PathVariable UUID leadId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody Disqualify request) {
    answer(leadId, ifMatch, request.answer());
    LeadView view = LeadView.of(leads.get(leadId));
    return ResponseEntity.status(view.stateCode() == 0 ? HttpStatus.ACCEPTED : HttpStatus.OK)
        .eTag(view.etag())
        .body(view);
  }

  @PostMapping("/contacted")
  @Operation(summary = "Note that the lead was contacted; the work goes on")
  ResponseEntity<LeadView> contacted(
      @PathVariable UUID leadId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    answer(leadId, ifMatch, new Answer.Contacted());
    return view(leadId);
  }

  @PostMapping("/wait")
  @Operation(
      summary = "Note that the customer asked for time; the work goes on at that day",
      description =
          "The lead counts as contacted. Until the day, no deadline of the lead goes on: the next step"
              + " is counted from it, and the qualification is due later by as much working time.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(name = "Until a day", value = "{\"until\": \"2027-01-11\"}")))
  ResponseEntity<LeadView> waits(
      @PathVariable UUID leadId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody Waiting request) {
    answer(leadId, ifMatch, new Answer.Waiting(request.until()));
    return view(leadId);
  }

  @PostMapping("/hand-back")
  @Operation(
      summary = "Give the lead back to the lead desk, who finds another owner",
      description =
          "Rules do not give it to its owner again. A reason is kept in the decision about the lead.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "With a reason",
                      value = "{\"reason\": \"They speak Danish only\"}")))
  ResponseEntity<LeadView> handBack(
      @PathVariable UUID leadId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody(required = false) @Nullable HandBack request) {
    answer(leadId, ifMatch, new Answer.HandBack(request == null ? null : request.reason()));
    return view(leadId);
  }

  private void answer(UUID leadId, @Nullable String ifMatch, Answer answer) {
    Lead lead = access.require(leadId, Privilege.WRITE);
    Versions.check(ifMatch, lead.version());
    if (answering.answer(leadId, answer) instanceof Verdict.No no) {
      throw no.refused();
    }
  }

  private ResponseEntity<LeadView> view(UUID leadId) {
    LeadView view = LeadView.of(leads.get(leadId));
    return ResponseEntity.ok().eTag(view.etag()).body(view);
  }
}
