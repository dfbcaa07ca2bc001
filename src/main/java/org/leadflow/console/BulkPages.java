package org.leadflow.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.FieldFault;
import org.leadflow.core.FormAnswers;
import org.leadflow.core.PageController;
import org.leadflow.core.Refused;
import org.leadflow.lead.BulkResult;
import org.leadflow.lead.BulkView;
import org.leadflow.lead.InBulk;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Does the same to the leads chosen in the list: asks first how, then tells of each what came of
 * it.
 */
@PageController
@RequestMapping("/leads/chosen")
class BulkPages {

  private final Deciding deciding;
  private final InBulk bulk;
  private final LeadList list;
  private final LeadPage leadPage;
  private final FormAnswers answers;
  private final Permissions permissions;
  private final CurrentCaller callers;

  BulkPages(
      Deciding deciding,
      InBulk bulk,
      LeadList list,
      LeadPage leadPage,
      FormAnswers answers,
      Permissions permissions,
      CurrentCaller callers) {
    this.deciding = deciding;
    this.bulk = bulk;
    this.list = list;
    this.leadPage = leadPage;
    this.answers = answers;
    this.permissions = permissions;
    this.callers = callers;
  }

  /** What can be done to many leads. */
  enum Action {
    ASSIGN("Assign", "assigned", Privilege.ASSIGN),
    QUALIFY("Qualify", "qualified", Privilege.WRITE),
    DISQUALIFY("Disqualify", "disqualified", Privilege.WRITE),
    REACTIVATE("Reactivate", "reactivated", Privilege.WRITE);

    private final String label;
    private final String outcome;
    private final Privilege privilege;

    Action(String label, String outcome, Privilege privilege) {
      this.label = label;
      this.outcome = outcome;
      this.privilege = privilege;
    }

    public String label() {
      return label;
    }

    public String path() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Action of(String path) {
      return Arrays.stream(values())
          .filter(action -> action.path().equals(path))
          .findFirst()
          .orElseThrow(
              () ->
                  new Refused(
                      HttpStatus.NOT_FOUND, "not-found", "There is no such action.", List.of()));
    }
  }

  /** A lead and what came of it. */
  record Line(UUID id, @Nullable LeadRow lead, BulkResult result) {}

  @PostMapping
  ModelAndView ask(
      @RequestParam(name = "lead", required = false) @Nullable List<UUID> leadIds,
      @RequestParam(name = "action") String path,
      @RequestParam(defaultValue = "") String back) {
    var action = Action.of(path);
    permissions.require(callers.get(), action.privilege);
    return page(leadIds, action, back);
  }

  @PostMapping("/act/{path}")
  ModelAndView act(
      @RequestParam(name = "lead", required = false) @Nullable List<UUID> leadIds,
      @PathVariable String path,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "") String back) {
    var action = Action.of(path);
    permissions.require(callers.get(), action.privilege);
    List<UUID> chosen = leadIds == null ? List.of() : leadIds;
    List<BulkResult> results = new ArrayList<>();
    ModelAndView answer =
        answers.done(
            () -> {
              Deciding.Decision decision = understood(action, new FormFields(typed));
              results.addAll(
                  bulk.each(
                      chosen,
                      leadId -> {
                        decision.carryOut(leadId);
                        boolean waits = action == Action.QUALIFY && deciding.isOpen(leadId);
                        return BulkResult.done(
                            leadId, waits ? "waitingForApproval" : action.outcome, Map.of());
                      }));
              return "";
            },
            () -> page(leadIds, action, back));
    if (answer.getModel().get("faults") instanceof List<?> faults) {
      return answer.addObject(
          "said",
          Said.of(
              action.path(),
              typed,
              faults.stream().map(FieldFault.class::cast).toList(),
              Map.of()));
    }
    return told(action, results, back);
  }

  private Deciding.Decision understood(Action action, FormFields fields) {
    return switch (action) {
      case ASSIGN -> deciding.assign(fields);
      case QUALIFY -> deciding.qualify(fields);
      case DISQUALIFY -> deciding.disqualify(fields);
      case REACTIVATE -> deciding.reactivate();
    };
  }

  private ModelAndView page(@Nullable List<UUID> leadIds, Action action, String back) {
    List<UUID> chosen = leadIds == null ? List.of() : leadIds.stream().distinct().toList();
    if (chosen.size() > InBulk.LARGEST) {
      throw Refused.conflict("too-many", "At most " + InBulk.LARGEST + " leads at a time.");
    }
    return leadPage
        .forms(new ModelAndView("leads-chosen"))
        .addObject("action", action)
        .addObject("rows", list.chosen(chosen, callers.get()))
        .addObject("said", Said.NOTHING)
        .addObject("back", query(back));
  }

  private ModelAndView told(Action action, List<BulkResult> results, String back) {
    Map<UUID, LeadRow> rows =
        list.chosen(results.stream().map(BulkResult::leadId).toList(), callers.get()).stream()
            .collect(Collectors.toMap(LeadRow::id, row -> row));
    return new ModelAndView("leads-done")
        .addObject("action", action)
        .addObject("counts", BulkView.of(results).counts())
        .addObject(
            "lines",
            results.stream()
                .map(result -> new Line(result.leadId(), rows.get(result.leadId()), result))
                .toList())
        .addObject("back", query(back));
  }

  /** The list as it was; nothing but its own fields. */
  private static String query(String back) {
    return back.startsWith("?") && back.indexOf('#') < 0 ? back : "";
  }
}
