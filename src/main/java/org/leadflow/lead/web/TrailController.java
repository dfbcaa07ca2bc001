package org.leadflow.lead.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.leadflow.access.Privilege;
import org.leadflow.core.PageView;
import org.leadflow.lead.AuditEntry;
import org.leadflow.lead.AuditLine;
import org.leadflow.lead.AuditTrail;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadAudit;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells what happened to a lead. */
@RestController
@RequestMapping("/api/leads")
@Tag(name = "Leads")
class TrailController {

  private final LeadAccess access;
  private final AuditTrail trail;
  private final LeadAudit audit;

  TrailController(LeadAccess access, AuditTrail trail, LeadAudit audit) {
    this.access = access;
    this.trail = trail;
    this.audit = audit;
  }

  @GetMapping("/{leadId}/trail")
  @Operation(summary = "Everything that happened to a lead, newest first")
  List<AuditEntry> trail(@PathVariable UUID leadId) {
    return trail.of(access.require(leadId, Privilege.READ).leadId());
  }

  @GetMapping("/{leadId}/audit")
  @Operation(
      summary = "Who changed what of a lead, from what to what, newest first",
      description =
          "Door is the way it came in: API, TASKLIST or PAGE by a person, RULE when rules decided, PROCESS when the"
              + " product acted by itself. The values go with the lead when it is deleted; the lines stay.")
  PageView<AuditLine> audit(
      @PathVariable UUID leadId,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    Lead lead = access.require(leadId, Privilege.READ);
    return PageView.of(audit.of(lead, PageView.request(page, size, Sort.unsorted())));
  }
}
