package org.leadflow.routing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.routing.Unassigned;
import org.leadflow.routing.Unassigned.LeadWithoutOwner;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the leads for which nobody was found. */
@RestController
@RequestMapping("/api/unassigned-leads")
@Tag(name = "Leads")
class UnassignedController {

  private final Unassigned unassigned;

  UnassignedController(Unassigned unassigned) {
    this.unassigned = unassigned;
  }

  @GetMapping
  @Operation(
      summary = "List the leads that wait for somebody or for the lead desk",
      description =
          "Those you may see of the 500 that wait longest, the longest waiting first, each with the reason. Claimed"
              + " leads are not among them.")
  List<LeadWithoutOwner> list(
      @Parameter(description = "The team they wait for; of all teams without it")
          @RequestParam(required = false)
          @Nullable String teamId) {
    return unassigned.list(teamId);
  }
}
