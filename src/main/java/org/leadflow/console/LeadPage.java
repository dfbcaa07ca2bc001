package org.leadflow.console;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.StateCode;
import org.leadflow.lead.StatusCode;
import org.leadflow.organization.Currencies;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Everything that the page of a lead and its card show. */
@Component
class LeadPage {

  private final LeadAccess access;
  private final LeadStories stories;
  private final LeadTimeline timeline;
  private final FileLines files;
  private final KnownCustomers known;
  private final DueLines dueLines;
  private final AwaitedAnswers awaitedAnswers;
  private final Choices choices;
  private final Currencies currencies;
  private final Deciding deciding;
  private final Permissions permissions;
  private final CurrentCaller callers;

  LeadPage(
      LeadAccess access,
      LeadStories stories,
      LeadTimeline timeline,
      FileLines files,
      KnownCustomers known,
      DueLines dueLines,
      AwaitedAnswers awaitedAnswers,
      Choices choices,
      Currencies currencies,
      Deciding deciding,
      Permissions permissions,
      CurrentCaller callers) {
    this.access = access;
    this.stories = stories;
    this.timeline = timeline;
    this.files = files;
    this.known = known;
    this.dueLines = dueLines;
    this.awaitedAnswers = awaitedAnswers;
    this.choices = choices;
    this.currencies = currencies;
    this.deciding = deciding;
    this.permissions = permissions;
    this.callers = callers;
  }

  ModelAndView card(UUID leadId) {
    return of(access.require(leadId, Privilege.READ), "card");
  }

  ModelAndView of(UUID leadId) {
    Lead lead = access.require(leadId, Privilege.READ);
    boolean mayWrite = may(Privilege.WRITE, lead);
    Awaited awaited = awaitedAnswers.of(lead);
    ModelAndView page =
        of(lead, "lead")
            .addObject("version", lead.version())
            .addObject("said", Said.NOTHING)
            .addObject("timeline", timeline.of(leadId))
            .addObject("due", dueLines.of(lead))
            .addObject("open", timeline.open(leadId))
            .addObject("masterId", lead.product().masterId())
            .addObject("awaited", awaited)
            .addObject("mayWork", mayWrite && lead.isOpen() && awaited == null)
            .addObject(
                "mayDisqualify",
                mayWrite && lead.isOpen() && (awaited == null || !awaited.isApproval()))
            .addObject("mayMerge", mayWrite && lead.isOpen())
            .addObject("mayReactivate", mayWrite && !lead.isOpen())
            .addObject("mayUndo", mayWrite && lead.state() == StateCode.QUALIFIED)
            .addObject("mayAdd", may(Privilege.APPEND, lead))
            .addObject("mayAssign", deciding.mayAssign(lead));
    return forms(page);
  }

  /** What the forms about a lead let choose. */
  ModelAndView forms(ModelAndView page) {
    return page.addObject("receivers", choices.receivers(callers.get()))
        .addObject("reasons", reasonsToDisqualify())
        .addObject("currencies", currencyCodes());
  }

  private ModelAndView of(Lead lead, String view) {
    return new ModelAndView(view)
        .addObject("lead", stories.of(lead))
        .addObject("files", files.ofLead(lead.leadId()))
        .addObject("known", known.of(lead));
  }

  private boolean may(Privilege privilege, Lead lead) {
    Caller caller = callers.get();
    return permissions.allows(caller, privilege, lead);
  }

  /** A duplicate is closed by merging. */
  private static List<StatusCode> reasonsToDisqualify() {
    return StatusCode.in(StateCode.DISQUALIFIED).stream()
        .filter(reason -> reason != StatusCode.DUPLICATE)
        .sorted(Comparator.comparing(StatusCode::label))
        .toList();
  }

  private List<String> currencyCodes() {
    return currencies.stored().rates().keySet().stream().sorted().toList();
  }
}
