package org.leadflow.process.approval;

import java.util.Comparator;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.leadflow.lead.LeadRecords;
import org.leadflow.organization.Organization;
import org.leadflow.organization.User;
import org.leadflow.process.BusinessKey;
import org.leadflow.process.qualification.LeadQualification;
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
  private final TaskService tasks;

  OfferToApprovers(
      LeadRecords leads,
      Approvals approvals,
      Approvers approvers,
      Organization organization,
      TaskService tasks) {
    this.leads = leads;
    this.approvals = approvals;
    this.approvers = approvers;
    this.organization = organization;
    this.tasks = tasks;
  }

  @Override
  public void notify(DelegateTask task) {
    Set<String> managers = approvers.of(leads.get(BusinessKey.of(task)));
    managers.forEach(task::addCandidateUser);
    managers.stream().min(Comparator.comparingLong(this::waiting)).ifPresent(task::setAssignee);
    approvals.open(BusinessKey.of(task)).ifPresent(approval -> show(task, approval));
  }

  private long waiting(String manager) {
    return tasks
        .createTaskQuery()
        .taskDefinitionKey(LeadQualification.APPROVE_CONVERSION)
        .taskAssignee(manager)
        .count();
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
