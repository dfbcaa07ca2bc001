package org.leadflow.routing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.CurrentCaller;
import org.leadflow.lead.BulkResult;
import org.leadflow.lead.BulkView;
import org.leadflow.lead.InBulk;
import org.leadflow.lead.LeadRecords;
import org.leadflow.organization.Owner;
import org.leadflow.routing.Occasion;
import org.leadflow.routing.Reassignments;
import org.leadflow.routing.Reassignments.Chosen;
import org.leadflow.routing.Rerouting;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives the leads of somebody who left or is away, or of rules that changed, to others. */
@RestController
@RequestMapping("/api/reassignments")
@Tag(name = "Leads")
class ReassignmentController {

  private final Reassignments reassignments;
  private final Rerouting rerouting;
  private final InBulk bulk;
  private final LeadRecords leads;
  private final CurrentCaller callers;

  ReassignmentController(
      Reassignments reassignments,
      Rerouting rerouting,
      InBulk bulk,
      LeadRecords leads,
      CurrentCaller callers) {
    this.reassignments = reassignments;
    this.rerouting = rerouting;
    this.bulk = bulk;
    this.leads = leads;
    this.callers = callers;
  }

  @PostMapping
  @Operation(
      summary = "Give the open leads of a person, or those whose rules changed, to others",
      description =
          """
          For managers, of the leads in their reach; at most 500 in a call, the oldest first, each in a transaction of
          its own. The rules decide about each as for a new lead; who left or is away gets none of them. When nobody is
          found the lead desk gets it (LEFT, ABSENT), or it stays (RULES).

          A dry run answers from whom to whom each lead would go, and a `token` with which the second call does that
          only if none of the leads changed meanwhile (409 `preview-outdated`). Turns others take meanwhile still count.
          """)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples = {
                @ExampleObject(
                    name = "Who left, first to see",
                    value = "{\"why\": \"LEFT\", \"fromUserId\": \"anna\", \"dryRun\": true}"),
                @ExampleObject(
                    name = "The rules changed",
                    value =
                        "{\"why\": \"RULES\", \"teamId\": \"dach-enterprise\", \"dryRun\": true}")
              }))
  Reassigned reassign(@Valid @RequestBody Reassignment request) {
    request.requireConsistent();
    Chosen chosen =
        reassignments.choose(request.occasion(), request.fromUserId(), request.teamId());
    var occasion =
        new Occasion(
            request.occasion(), callers.get().userId(), request.fromUserId(), request.reason());
    if (request.isDryRun()) {
      return Reassigned.of(
          reassignments.preview(chosen, occasion).stream()
              .map(foreseen -> result(RoutedView.of(foreseen)))
              .toList(),
          chosen.token());
    }
    chosen.requireSeen(request.token());
    return Reassigned.of(
        chosen.leadIds().isEmpty()
            ? List.of()
            : bulk.each(
                chosen.leadIds(),
                leadId -> {
                  Owner from = leads.get(leadId).owner();
                  return result(RoutedView.of(leadId, from, rerouting.again(leadId, occasion)));
                }),
        null);
  }

  private static BulkResult result(RoutedView view) {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("from", view.from());
    if (view.to() != null) {
      more.put("to", view.to());
    }
    more.put("decisionCode", view.code());
    more.put("sentence", view.sentence());
    return BulkResult.done(view.leadId(), view.outcome(), more);
  }

  /**
   * What came, or would come, of each lead.
   *
   * @param token of the preview, null of the real call
   */
  record Reassigned(List<BulkResult> results, Map<String, Integer> counts, @Nullable String token) {

    static Reassigned of(List<BulkResult> results, @Nullable String token) {
      return new Reassigned(results, BulkView.of(results).counts(), token);
    }
  }
}
