package org.leadflow.qualification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.PageView;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.LeadView;
import org.leadflow.qualification.approval.ApprovalAnswer;
import org.leadflow.qualification.approval.Approvals;
import org.springframework.data.domain.Sort;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a manager approves or sends back in Tasklist, by API. */
@RestController
@Tag(name = "Qualification")
class ApprovalController {

  private final LeadAccess access;
  private final LeadRecords leads;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final Approvals approvals;
  private final Qualifying qualifying;

  ApprovalController(
      LeadAccess access,
      LeadRecords leads,
      Permissions permissions,
      CurrentCaller callers,
      Approvals approvals,
      Qualifying qualifying) {
    this.access = access;
    this.leads = leads;
    this.permissions = permissions;
    this.callers = callers;
    this.approvals = approvals;
    this.qualifying = qualifying;
  }

  @GetMapping("/api/approvals")
  @Operation(
      summary = "The leads you may see that wait for a manager's approval",
      description = "The next to be due first.")
  PageView<ApprovalView> open(
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    permissions.require(callers.get(), Privilege.READ);
    return PageView.of(
        approvals
            .open(
                permissions.visibleRows(callers.get(), Privilege.READ),
                PageView.request(page, size, Sort.unsorted()))
            .map(ApprovalView::of));
  }

  @GetMapping("/api/leads/{leadId}/approvals")
  @Operation(summary = "What managers were asked to approve of a lead, the newest first")
  List<ApprovalView> approvals(@PathVariable UUID leadId) {
    access.require(leadId, Privilege.READ);
    return approvals.of(leadId).stream().map(ApprovalView::of).toList();
  }

  @PostMapping("/api/leads/{leadId}/approval/approve")
  @Operation(
      summary = "Approve that a lead is qualified, which is done at once",
      description =
          """
          By a manager of the owner, never by whoever asked for it. Answers as qualifying does, and refuses what that
          would refuse by now. 409 `not-asked`, or `already-answered` for whoever comes second.
          """)
  QualifiedView approve(@PathVariable UUID leadId) {
    return qualifying.approve(leadId);
  }

  @PostMapping("/api/leads/{leadId}/approval/send-back")
  @Operation(
      summary = "Do not approve it: the owner works the lead again",
      description = "The reason stands on the lead's timeline. 409 as for approving.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "With the reason",
                      value = "{\"reason\": \"Ask for a credit check first\"}")))
  ResponseEntity<LeadView> sendBack(
      @PathVariable UUID leadId, @Valid @RequestBody SendBack request) {
    approvals.answer(leadId, new ApprovalAnswer.SentBack(request.reason().strip()));
    LeadView view = LeadView.of(leads.get(leadId));
    return ResponseEntity.ok().eTag(view.etag()).body(view);
  }
}
