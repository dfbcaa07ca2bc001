package org.leadflow.routing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.leadflow.access.NotVisible;
import org.leadflow.access.Privilege;
import org.leadflow.core.Refused;
import org.leadflow.lead.LeadAccess;
import org.leadflow.organization.Horizon;
import org.leadflow.organization.Organization;
import org.leadflow.routing.WhyNot;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers "why not Anna?". */
@RestController
@RequestMapping("/api/leads/{leadId}/why-not/{userId}")
@Tag(name = "Decisions")
class WhyNotController {

  private final LeadAccess access;
  private final Organization organization;
  private final Horizon horizon;
  private final WhyNot whyNot;

  WhyNotController(LeadAccess access, Organization organization, Horizon horizon, WhyNot whyNot) {
    this.access = access;
    this.organization = organization;
    this.horizon = horizon;
    this.whyNot = whyNot;
  }

  @GetMapping
  @Operation(
      summary = "Why a user did not get the lead",
      description =
          "Read from the newest decision: what stood against the user with its numbers and what would have to change,"
              + " that somebody else was before the user in the turn, or that a rule sent the lead elsewhere.")
  WhyNot.Answer why(@PathVariable UUID leadId, @PathVariable String userId) {
    access.require(leadId, Privilege.READ);
    if (organization.user(userId).filter(horizon::shows).isEmpty()) {
      throw new NotVisible("user", userId);
    }
    return whyNot
        .of(leadId, userId)
        .orElseThrow(
            () -> Refused.conflict("not-routed-yet", "The lead is on its way to its first owner."));
  }
}
