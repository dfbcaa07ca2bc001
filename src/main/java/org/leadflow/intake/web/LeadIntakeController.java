package org.leadflow.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.IdempotentRequests;
import org.leadflow.intake.Admission;
import org.leadflow.intake.web.Receipt.Outcome;
import org.leadflow.intake.web.ReceivedLead.Routing;
import org.leadflow.intake.web.Receiving.Received;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.LeadView;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** The door for integrators and pages: one lead as JSON. */
@RestController
@RequestMapping("/api/leads")
@Tag(name = "Leads")
class LeadIntakeController {

  /** Whoever waits is told by us, never by the server that gives up. */
  private static final Duration IN_ANY_CASE = Duration.ofSeconds(15);

  private final Receiving receiving;
  private final Routed routed;
  private final LeadRecords leads;
  private final Admission admission;
  private final IdempotentRequests requests;
  private final Permissions permissions;
  private final CurrentCaller callers;

  LeadIntakeController(
      Receiving receiving,
      Routed routed,
      LeadRecords leads,
      Admission admission,
      IdempotentRequests requests,
      Permissions permissions,
      CurrentCaller callers) {
    this.receiving = receiving;
    this.routed = routed;
    this.leads = leads;
    this.admission = admission;
    this.requests = requests;
    this.permissions = permissions;
    this.callers = callers;
  }

  @PostMapping
  @Operation(
      summary = "Send a lead in",
      description =
          """
          The lead is stored before the answer goes out (201) and routed right after. A leadId of yours becomes the id
          of the lead; the same lead again under its id is answered as it is (200), another one refused (409).

          The same sourceSystem and sourceKey again are the same lead (200); outcome says what became of what you sent.
          What is new is brought to an Open lead (UPDATED, changed names the fields). Only what you send counts: a field
          left out, or empty, stays as it is. A value that somebody changed by hand since you last wrote it stays; a new
          one of yours is set aside in a note of the lead (setAside names the fields). An opt-out is set and never taken
          back. A closed lead stays as it is (CLOSED), and all that is new is in a note. 409 when somebody else sent the
          lead and you may not change it.

          With Idempotency-Key the same request of yours is done once within a day and answered as the first time. With
          Prefer: wait=N the answer waits up to N seconds, half a minute at most, until the lead is routed and tells its
          owner; routing says whether it is, or was merged into the lead masterId, whose owner has it now.

          An existing account (parentAccountId) fills an empty companyName; an existing contact (parentContactId) fills
          the empty ones of firstName, lastName, jobTitle, telephone1, mobilePhone and emailAddress1. This happens
          before the check of what is required; autoPopulated names what was filled.
          """)
  @Parameter(
      in = ParameterIn.HEADER,
      name = "Prefer",
      description = "How many seconds you like to wait for the owner",
      example = "wait=5",
      schema = @Schema(type = "string"))
  @ApiResponse(responseCode = "201", description = "Stored; the answer says where")
  @ApiResponse(responseCode = "200", description = "Sent before under the same key")
  @ApiResponse(
      responseCode = "429",
      description = "Nothing was stored; Retry-After says after how many seconds to send it again",
      ref = "#/components/responses/Problem429")
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
  ResponseEntity<ReceivedLead> submit(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody NewLead lead) {
    Caller caller = callers.get();
    Received received = received(caller, key, lead);
    return answer(status(received), received.receipt(), seen(caller, received.lead()), null);
  }

  @PostMapping(headers = "Prefer")
  @Operation(hidden = true)
  DeferredResult<ResponseEntity<ReceivedLead>> submitAndWait(
      @RequestHeader("Prefer") String prefer,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody NewLead lead) {
    Caller caller = callers.get();
    Waiting waiting = Waiting.preferred(prefer);
    Received received = received(caller, key, lead);
    var later =
        new DeferredResult<ResponseEntity<ReceivedLead>>(
            waiting.time().plus(IN_ANY_CASE).toMillis());
    if (!waiting.isAny() || received.lead() == null) {
      later.setResult(
          answer(status(received), received.receipt(), seen(caller, received.lead()), null));
      return later;
    }
    // The lead is stored, and it must be told so, also when nobody can look at it now.
    later.onTimeout(
        () -> later.setResult(routed(caller, received, received.lead(), waiting, false)));
    routed.when(
        received.receipt().leadId(),
        waiting.time(),
        done -> {
          Lead now = leads.find(received.receipt().leadId()).orElse(received.lead());
          later.setResult(routed(caller, received, now, waiting, done));
        });
    return later;
  }

  private ResponseEntity<ReceivedLead> routed(
      Caller caller, Received received, @Nullable Lead now, Waiting waiting, boolean done) {
    return answer(
        status(received).header("Preference-Applied", waiting.applied()),
        received.receipt(),
        seen(caller, now),
        routing(done, now));
  }

  private static Routing routing(boolean done, @Nullable Lead now) {
    if (!done) {
      return Routing.PENDING;
    }
    return now != null && now.product().masterId() != null ? Routing.MERGED : Routing.ROUTED;
  }

  /** In one transaction with the key, if there is one. */
  private Received received(Caller caller, @Nullable String key, NewLead lead) {
    permissions.require(caller, Privilege.CREATE);
    admission.admit(caller.userId());
    if (key == null) {
      return receiving.take(lead);
    }
    var first = new AtomicReference<Received>();
    Receipt receipt =
        requests.once(
            key,
            "send a lead in",
            lead,
            Receipt.class,
            () -> {
              first.set(receiving.take(lead));
              return first.get().receipt();
            });
    return first.get() != null && first.get().receipt() == receipt
        ? first.get()
        : new Received(leads.find(receipt.leadId()).orElse(null), receipt);
  }

  private static BodyBuilder status(Received received) {
    boolean created = received.receipt().outcome() == Outcome.CREATED;
    return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK);
  }

  /** Who sent a lead that has gone out of his reach knows its id and what came of it, no more. */
  private @Nullable LeadView seen(Caller caller, @Nullable Lead lead) {
    if (lead == null) {
      return null;
    }
    boolean may =
        lead.createdBy().equals(caller.userId()) && lead.lastDecisionId() == null
            || permissions.allows(caller, Privilege.READ, lead);
    return may ? LeadView.of(lead) : null;
  }

  private static ResponseEntity<ReceivedLead> answer(
      BodyBuilder status, Receipt receipt, @Nullable LeadView lead, @Nullable Routing routing) {
    // Whatever the client accepts: the lead is stored, and it must be told so.
    BodyBuilder located =
        status
            .contentType(MediaType.APPLICATION_JSON)
            .location(URI.create("/api/leads/" + receipt.leadId()));
    return (lead == null ? located : located.eTag(lead.etag()))
        .body(
            new ReceivedLead(
                lead,
                receipt.outcome(),
                receipt.autoPopulated(),
                receipt.changed(),
                receipt.setAside(),
                routing));
  }
}
