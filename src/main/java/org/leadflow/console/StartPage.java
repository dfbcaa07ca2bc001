package org.leadflow.console;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.AccessLevel;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.PageController;
import org.springframework.beans.factory.annotation.Value;
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

  StartPage(
      @Value("${springdoc.swagger-ui.enabled:true}") boolean apiDocument,
      LeadList list,
      Permissions permissions,
      CurrentCaller callers) {
    this.apiDocument = apiDocument;
    this.list = list;
    this.permissions = permissions;
    this.callers = callers;
  }

  /**
   * How many leads wait for somebody.
   *
   * @param count null for more than anybody counts
   * @param query of the list that shows them
   */
  record Waiting(String what, @Nullable Integer count, String query) {}

  @GetMapping("/")
  String show(Model model) {
    model.addAttribute("apiDocument", apiDocument);
    Caller caller = callers.get();
    if (permissions.level(caller, Privilege.WRITE) != AccessLevel.NONE) {
      model.addAttribute("mine", list.page(MINE, caller, 1).rows().stream().limit(5).toList());
      model.addAttribute(
          "waiting",
          List.of(
              waiting("of yours wait for a response", MINE, caller),
              waiting("in the queues of your teams", QUEUE, caller),
              waiting("overdue among all you may see", OVERDUE, caller)));
    }
    return "start";
  }

  private Waiting waiting(String what, LeadFilter filter, Caller caller) {
    return new Waiting(what, list.count(filter, caller), filter.query(1));
  }
}
