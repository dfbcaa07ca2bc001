package org.leadflow.console;

import java.util.Map;
import java.util.UUID;
import org.leadflow.access.AccessLevel;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.PageController;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of leads, a lead with everything about it, and its card for the form in Tasklist. */
@PageController
@RequestMapping("/leads")
class LeadPages {

  private final LeadList list;
  private final LeadPage page;
  private final Choices choices;
  private final Permissions permissions;
  private final CurrentCaller callers;

  LeadPages(
      LeadList list,
      LeadPage page,
      Choices choices,
      Permissions permissions,
      CurrentCaller callers) {
    this.list = list;
    this.page = page;
    this.choices = choices;
    this.permissions = permissions;
    this.callers = callers;
  }

  @GetMapping
  ModelAndView list(
      @RequestParam Map<String, String> typed, @RequestParam(defaultValue = "1") int page) {
    Caller caller = callers.get();
    permissions.require(caller, Privilege.READ);
    LeadFilter filter = LeadFilter.of(typed);
    LeadList.Found found = list.page(filter, caller, page);
    return new ModelAndView("leads")
        .addObject("filter", filter)
        .addObject("found", found)
        .addObject("said", Said.of("filter", filter.typed(), found.faults(), Map.of()))
        .addObject("choices", FilterChoices.of(choices, caller))
        .addObject("mayWrite", may(caller, Privilege.WRITE))
        .addObject("mayAssign", may(caller, Privilege.ASSIGN));
  }

  @GetMapping("/{leadId}")
  ModelAndView lead(@PathVariable UUID leadId) {
    return page.of(leadId);
  }

  @GetMapping("/{leadId}/card")
  ModelAndView card(@PathVariable UUID leadId) {
    return page.card(leadId);
  }

  private boolean may(Caller caller, Privilege privilege) {
    return permissions.level(caller, privilege) != AccessLevel.NONE;
  }
}
