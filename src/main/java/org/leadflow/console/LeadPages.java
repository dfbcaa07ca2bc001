package org.leadflow.console;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.PageController;
import org.leadflow.core.WallClock;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.StateCode;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of leads, a lead with everything about it, and its card for the form in Tasklist. */
@PageController
@RequestMapping("/leads")
class LeadPages {

  private static final int LINES = 25;
  private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "createdOn", "leadId");

  private final LeadRecords leads;
  private final LeadAccess access;
  private final LeadStories stories;
  private final FileLines files;
  private final KnownCustomers known;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final Names names;
  private final WallClock times;

  LeadPages(
      LeadRecords leads,
      LeadAccess access,
      LeadStories stories,
      FileLines files,
      KnownCustomers known,
      Permissions permissions,
      CurrentCaller callers,
      Names names,
      WallClock times) {
    this.leads = leads;
    this.access = access;
    this.stories = stories;
    this.files = files;
    this.known = known;
    this.permissions = permissions;
    this.callers = callers;
    this.names = names;
    this.times = times;
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    Caller caller = callers.get();
    permissions.require(caller, Privilege.READ);
    Optional<StateCode> wanted =
        Arrays.stream(StateCode.values())
            .filter(known -> known.label().equalsIgnoreCase(state))
            .findFirst();
    Criteria visible = permissions.visible(caller, Privilege.READ);
    Criteria criteria =
        wanted.map(code -> visible.and("stateCode").is(code.code())).orElse(visible);
    Page<LeadRow> rows =
        leads
            .page(criteria, PageRequest.of(Math.max(0, page - 1), LINES, NEWEST_FIRST))
            .map(lead -> LeadRow.of(lead, names, times));
    model.addAttribute("rows", rows);
    model.addAttribute("states", StateCode.values());
    model.addAttribute("wanted", wanted.map(StateCode::label).orElse(""));
    return "leads";
  }

  @GetMapping("/{leadId}")
  String lead(@PathVariable UUID leadId, Model model) {
    show(leadId, model);
    return "lead";
  }

  @GetMapping("/{leadId}/card")
  String card(@PathVariable UUID leadId, Model model) {
    show(leadId, model);
    return "card";
  }

  private void show(UUID leadId, Model model) {
    Lead lead = access.require(leadId, Privilege.READ);
    model.addAttribute("lead", stories.of(lead));
    model.addAttribute("files", files.ofLead(leadId));
    model.addAttribute("known", known.of(lead));
    model.addAttribute("masterId", lead.product().masterId());
    model.addAttribute(
        "mayMerge", lead.isOpen() && permissions.allows(callers.get(), Privilege.WRITE, lead));
  }
}
