package org.leadflow.process.picture.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.leadflow.access.Privilege;
import org.leadflow.customer.Pursuit;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.process.picture.LeadWay;
import org.leadflow.process.picture.LeadWays;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where a lead stands in its processes. */
@RestController
@Tag(name = "Leads")
class LeadWayController {

  private final LeadAccess access;
  private final Pursuit pursuit;
  private final LeadWays ways;

  LeadWayController(LeadAccess access, Pursuit pursuit, LeadWays ways) {
    this.access = access;
    this.pursuit = pursuit;
    this.ways = ways;
  }

  @GetMapping("/api/leads/{leadId}/process")
  @Operation(
      summary = "Where a lead stands in its processes, and how long it took at each step",
      description =
          """
          Each process and version it went through, with its steps in the order they began; standsAt holds those that are
          under way. Times are by the calendar, not working time. The pursuit of the opportunity it became is told to those
          who see the opportunity. The diagram with all this on it is at /leads/{leadId}/process.svg.
          """)
  LeadWay way(@PathVariable UUID leadId) {
    Lead lead = access.require(leadId, Privilege.READ);
    Optional<UUID> opportunity =
        Optional.ofNullable(lead.qualifyingOpportunityId())
            .filter(id -> access.reaches(pursuit.find(id)));
    return ways.of(leadId, opportunity);
  }
}
