package org.leadflow.process.approval;

import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.leadflow.lead.LeadRecords;
import org.leadflow.organization.Organization;
import org.leadflow.organization.User;
import org.leadflow.process.BusinessKey;
import org.leadflow.qualification.approval.Approval;
import org.leadflow.qualification.approval.Approvals;
import org.leadflow.qualification.approval.Approvers;
import org.springframework.stereotype.Component;

/**
 * Gives the task to the manager of the owner, of several to the one before whom the fewest wait,
 * and shows what it is about. The others may take it, too.
 */
@Component
class OfferToApprovers implements TaskListener {

  private final LeadRecords leads;
  private final Approvals approvals;
  private final Approvers approvers;
  private final Organization organization;
  private final ApprovalTasks approvalTasks;

  OfferToApprovers(
      LeadRecords leads,
      Approvals approvals,
      Approvers approvers,
      Organization organization,
      ApprovalTasks approvalTasks) {
    this.leads = leads;
    this.approvals = approvals;
    this.approvers = approvers;
    this.organization = organization;
    this.approvalTasks = approvalTasks;
  }

  @Override
  public void notify(DelegateTask task) {
    approvals
        .open(BusinessKey.of(task))
        .ifPresent(
            approval -> {
              offer(task, approval);
              show(task, approval);
            });
  }

  private void offer(DelegateTask task, Approval approval) {
    Set<String> managers = approvers.of(leads.get(BusinessKey.of(task)), approval.askedBy());
    managers.forEach(task::addCandidateUser);
    approvalTasks.leastBusy(managers).ifPresent(task::setAssignee);
  }

  private void show(DelegateTask task, Approval approval) {
    task.setDueDate(Date.from(approval.dueOn()));
    task.setFollowUpDate(null);
    task.setVariableLocal("dealAmount", approval.worth());
    task.setVariableLocal(
        "askedBy",
        organization.user(approval.askedBy()).map(User::name).orElse(approval.askedBy()));
  }
}
