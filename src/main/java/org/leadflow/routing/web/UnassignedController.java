package org.leadflow.routing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.leadflow.routing.Unassigned;
import org.leadflow.routing.Unassigned.LeadWithoutOwner;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
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
          "Those you may see, the longest waiting first, each with the reason; at most 500. Claimed leads are not"
              + " among them.")
  List<LeadWithoutOwner> list() {
    return unassigned.list();
  }
}
