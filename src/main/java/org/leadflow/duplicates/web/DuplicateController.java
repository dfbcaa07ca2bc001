package org.leadflow.duplicates.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Privilege;
import org.leadflow.core.Versions;
import org.leadflow.duplicates.DuplicateAnswer;
import org.leadflow.duplicates.Twins;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.LeadView;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the lead desk decides in Tasklist about a lead that may be there already, by API. */
@RestController
@RequestMapping("/api/leads/{leadId}/duplicates")
@Tag(name = "Leads")
class DuplicateController {

  private final LeadAccess access;
  private final LeadRecords leads;
  private final Twins twins;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  DuplicateController(
      LeadAccess access,
      LeadRecords leads,
      Twins twins,
      ApplicationEventPublisher events,
      TransactionTemplate transaction) {
    this.access = access;
    this.leads = leads;
    this.twins = twins;
    this.events = events;
    this.transaction = transaction;
  }

  @GetMapping
  @Operation(summary = "Whom a new lead may be about, where a person has to decide")
  DuplicateView duplicates(@PathVariable UUID leadId) {
    Lead lead = access.require(leadId, Privilege.READ);
    return DuplicateView.of(lead, twins.of(lead));
  }

  @PostMapping("/decide")
  @Operation(
      summary = "Decide whether a new lead is there already",
      description =
          """
          `same` merges it into the open lead that is meant, which keeps its owner; `customer` links it to the contact
          that is meant; `different` lets it go on as it is, and nobody is asked about this pair again. `number` is
          that of the candidate; it may be left out where only one can be meant. 409 `not-asked` when nobody is asked,
          as when nobody decided in time and the lead went on as one of its own.
          """)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples = {
                @ExampleObject(
                    name = "The same lead",
                    value = "{\"answer\": \"same\", \"number\": 1}"),
                @ExampleObject(name = "Somebody else", value = "{\"answer\": \"different\"}")
              }))
  ResponseEntity<LeadView> decide(
      @PathVariable UUID leadId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody Decision decision) {
    transaction.executeWithoutResult(
        status -> {
          access.require(leadId, Privilege.WRITE);
          Versions.check(ifMatch, leads.locked(leadId).version());
          events.publishEvent(new DuplicateAnswer.Given(leadId, decision.given()));
        });
    LeadView view = LeadView.of(leads.get(leadId));
    return ResponseEntity.ok().eTag(view.etag()).body(view);
  }
}
