package org.leadflow.deadline.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.leadflow.access.Privilege;
import org.leadflow.deadline.Deadlines;
import org.leadflow.deadline.LeadDeadlines;
import org.leadflow.lead.LeadAccess;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers until when something should be done about a lead. */
@RestController
@RequestMapping("/api/leads/{leadId}/deadlines")
@Tag(name = "Deadlines")
class DeadlineController {

  private final LeadAccess access;
  private final Deadlines deadlines;

  DeadlineController(LeadAccess access, Deadlines deadlines) {
    this.access = access;
    this.deadlines = deadlines;
  }

  @GetMapping
  @Operation(
      summary = "The deadlines a lead has, and what became of all it had",
      description =
          "Times are reckoned in the working time of the owner. A deadline is met or late when it is"
              + " done, missed as soon as its time is over; its owner may have been reminded before and"
              + " lose the lead after.")
  LeadDeadlines deadlines(@PathVariable UUID leadId) {
    return deadlines.around(access.require(leadId, Privilege.READ));
  }
}
