package org.leadflow.qualification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Privilege;
import org.leadflow.core.Versions;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.LeadView;
import org.leadflow.qualification.Withdrawing;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes the word of a lead that it wants nothing any more. */
@RestController
@RequestMapping("/api/leads/{leadId}/withdraw")
@Tag(name = "Qualification")
class WithdrawalController {

  private final LeadAccess access;
  private final LeadRecords leads;
  private final CurrentCaller callers;
  private final Withdrawing withdrawing;

  WithdrawalController(
      LeadAccess access, LeadRecords leads, CurrentCaller callers, Withdrawing withdrawing) {
    this.access = access;
    this.leads = leads;
    this.callers = callers;
    this.withdrawing = withdrawing;
  }

  @PostMapping
  @Operation(
      summary = "Close a lead because whoever it is about withdrew",
      description =
          """
          Wherever it is on its way: its tasks and offers end, and it is Disqualified as Canceled. By whoever may change
          the lead, and by the system that sent it in. 409 `lead-closed`, or `not-routed-yet` for a lead on its way to
          its first owner.
          """)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "With a comment",
                      value = "{\"comment\": \"Asked us by phone to forget it\"}")))
  ResponseEntity<LeadView> withdraw(
      @PathVariable UUID leadId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody(required = false) @Nullable Withdrawal request) {
    Lead lead = access.require(leadId, Privilege.READ);
    if (!lead.createdBy().equals(callers.get().userId())) {
      access.require(leadId, Privilege.WRITE);
    }
    Versions.check(ifMatch, lead.version());
    withdrawing.withdraw(leadId, request == null ? null : request.comment());
    LeadView view = LeadView.of(leads.get(leadId));
    return ResponseEntity.ok().eTag(view.etag()).body(view);
  }
}
