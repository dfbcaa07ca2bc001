package org.leadflow.console;

import java.util.UUID;
import org.leadflow.core.PageController;
import org.leadflow.core.WallClock;
import org.leadflow.customer.Opportunity;
import org.leadflow.lead.OptionSet;
import org.leadflow.organization.Owner;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An opportunity, which its tasks in Tasklist link to. */
@PageController
class OpportunityPage {

  private final CustomerRecords customers;
  private final OpportunityStories stories;
  private final FileLines files;
  private final Names names;
  private final WallClock times;

  OpportunityPage(
      CustomerRecords customers,
      OpportunityStories stories,
      FileLines files,
      Names names,
      WallClock times) {
    this.customers = customers;
    this.stories = stories;
    this.files = files;
    this.names = names;
    this.times = times;
  }

  @GetMapping("/opportunities/{opportunityId}")
  String show(@PathVariable UUID opportunityId, Model model) {
    Opportunity opportunity = customers.require(opportunityId);
    model.addAttribute("opportunity", opportunity);
    model.addAttribute("standing", CustomerRecords.standing(opportunity));
    model.addAttribute(
        "owner",
        names.owner(
            opportunity.ownerUser() != null
                ? Owner.user(opportunity.ownerUser())
                : Owner.team(opportunity.ownerTeam())));
    model.addAttribute(
        "source", OptionSet.LEAD_SOURCE.label(opportunity.leadSourceCode()).orElse(null));
    model.addAttribute("created", times.minute(opportunity.createdOn()));
    model.addAttribute(
        "customers",
        customers.of(opportunity.parentAccountId(), opportunity.parentContactId(), null));
    model.addAttribute("stakeholders", stories.stakeholders(opportunityId));
    model.addAttribute("files", files.ofOpportunity(opportunityId));
    model.addAttribute("timeline", stories.timeline(opportunityId));
    return "opportunity";
  }
}
