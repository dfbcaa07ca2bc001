package org.leadflow.lead.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Privilege;
import org.leadflow.core.Refused;
import org.leadflow.core.Versions;
import org.leadflow.lead.Closing;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.LeadView;
import org.leadflow.lead.Reactivation;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opens closed leads again, and tells of each time a lead was closed. */
@RestController
@RequestMapping("/api/leads/{leadId}")
@Tag(name = "Leads")
class ReactivationController {

  private final LeadAccess access;
  private final LeadRecords leads;
  private final Reactivation reactivation;

  ReactivationController(LeadAccess access, LeadRecords leads, Reactivation reactivation) {
    this.access = access;
    this.leads = leads;
    this.reactivation = reactivation;
  }

  @PostMapping("/reactivate")
  @Operation(
      summary = "Reactivate a Disqualified or Qualified lead",
      description =
          "It is Open again for the reason it had before, with everything on it, and goes on with its owner;"
              + " when he is no longer active it is routed anew. Records made from it stay and stay linked.")
  ResponseEntity<LeadView> reactivate(
      @PathVariable UUID leadId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    Lead lead = access.require(leadId, Privilege.WRITE);
    Versions.check(ifMatch, lead.version());
    Reactivation.Result result = reactivation.reactivate(leadId);
    if (result instanceof Reactivation.Result.AlreadyOpen) {
      throw Refused.conflict("lead-open", "The lead is Open; only a closed lead is reactivated.");
    }
    if (result instanceof Reactivation.Result.IsMerged) {
      throw Refused.conflict(
          "lead-merged",
          "The lead was merged into the lead "
              + result.lead().product().masterId()
              + ": work there, or undo the merge.");
    }
    LeadView view = LeadView.of(leads.get(leadId));
    return ResponseEntity.ok().eTag(view.etag()).body(view);
  }

  @GetMapping("/closings")
  @Operation(summary = "Each time the lead was closed, with the comment given then, newest first")
  List<Closing> closings(@PathVariable UUID leadId) {
    return reactivation.closings(access.require(leadId, Privilege.READ));
  }
}
