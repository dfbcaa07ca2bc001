package org.leadflow.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.AccessLevel;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.PageController;
import org.leadflow.intake.form.Quarantine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.PageRequest;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people arrive after the login: what waits for them, and where they may go. */
@PageController
class StartPage {

  private static final LeadFilter MINE =
      LeadFilter.of(Map.of("state", "open", "owner", "me", "due", "waiting"));
  private static final LeadFilter QUEUE =
      LeadFilter.of(Map.of("state", "open", "owner", "my-teams"));
  private static final LeadFilter OVERDUE = LeadFilter.of(Map.of("due", "overdue"));

  private final boolean apiDocument;
  private final LeadList list;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final Quarantine quarantine;

  StartPage(
      @Value("${springdoc.swagger-ui.enabled:true}") boolean apiDocument,
      LeadList list,
      Permissions permissions,
      CurrentCaller callers,
      Quarantine quarantine) {
    this.apiDocument = apiDocument;
    this.list = list;
    this.permissions = permissions;
    this.callers = callers;
    this.quarantine = quarantine;
  }

  /**
   * How many leads, or what may become some, wait for somebody.
   *
   * @param count null for more than anybody counts
   * @param path of the list that shows them
   */
  record Waiting(String what, @Nullable Long count, String path) {}

  @GetMapping("/")
  String show(Model model) {
    model.addAttribute("apiDocument", apiDocument);
    Caller caller = callers.get();
    if (permissions.level(caller, Privilege.WRITE) != AccessLevel.NONE) {
      model.addAttribute("mine", list.page(MINE, caller, 1).rows().stream().limit(5).toList());
      List<Waiting> waiting = new ArrayList<>();
      waiting.add(waiting("of yours wait for a response", MINE, caller));
      waiting.add(waiting("in the queues of your teams", QUEUE, caller));
      waiting.add(waiting("overdue among all you may see", OVERDUE, caller));
      long held = held(caller);
      if (held > 0) {
        waiting.add(
            new Waiting("sent by web forms and held for your decision", held, "/web-forms#held"));
      }
      model.addAttribute("waiting", waiting);
    }
    return "start";
  }

  private long held(Caller caller) {
    return Reader.manages(caller)
        ? quarantine.held(null, PageRequest.of(0, 1)).getTotalElements()
        : 0;
  }

  private Waiting waiting(String what, LeadFilter filter, Caller caller) {
    Integer count = list.count(filter, caller);
    return new Waiting(what, count == null ? null : count.longValue(), "/leads" + filter.query(1));
  }
}
