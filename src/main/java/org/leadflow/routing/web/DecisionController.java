package org.leadflow.routing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.leadflow.access.Privilege;
import org.leadflow.lead.LeadAccess;
import org.leadflow.routing.Decision;
import org.leadflow.routing.Decisions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers why a lead was screened out, scored and routed as it was. */
@RestController
@RequestMapping("/api/leads/{leadId}/decisions")
@Tag(name = "Decisions")
class DecisionController {

  private final LeadAccess access;
  private final Decisions decisions;

  DecisionController(LeadAccess access, Decisions decisions) {
    this.access = access;
    this.decisions = decisions;
  }

  @GetMapping
  @Operation(
      summary =
          "The decisions about a lead with facts, rules fired, target and candidates, newest first")
  List<Decision> decisions(@PathVariable UUID leadId) {
    return decisions.of(access.require(leadId, Privilege.READ).leadId());
  }
}
