package org.leadflow.process.approval;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.Refusals;
import org.leadflow.process.qualification.LeadQualification;
import org.leadflow.process.qualification.TaskGrants;
import org.leadflow.qualification.approval.Approval;
import org.leadflow.qualification.approval.ApprovalAnswer;
import org.leadflow.qualification.approval.Approvals;
import org.leadflow.qualification.approval.Approvers;
import org.springframework.stereotype.Component;

/** Which manager has the task of an approval, and who else may take it. */
@Component
public class ApprovalTasks {

  private static final int OVERDUE = 100;

  private static final String NOBODY_ABOVE =
      "Nobody stands above the owner, so nobody has to approve it.";

  private final LeadRecords leads;
  private final Approvals approvals;
  private final Approvers approvers;
  private final TaskGrants grants;
  private final TaskService tasks;

  ApprovalTasks(
      LeadRecords leads,
      Approvals approvals,
      Approvers approvers,
      TaskGrants grants,
      TaskService tasks) {
    this.leads = leads;
    this.approvals = approvals;
    this.approvers = approvers;
    this.grants = grants;
    this.tasks = tasks;
  }

  /** Of several managers the one before whom the fewest approvals wait. */
  Optional<String> leastBusy(Set<String> managers) {
    return managers.stream().min(Comparator.comparingLong(this::waiting));
  }

  private long waiting(String manager) {
    return tasks
        .createTaskQuery()
        .taskDefinitionKey(LeadQualification.APPROVE_CONVERSION)
        .taskAssignee(manager)
        .count();
  }

  /**
   * Takes the task from a manager who did not answer in time and offers it to all who stand above
   * the owner, with the highest priority. Where nobody does, it stays with whoever has it.
   */
  void escalate(UUID leadId, Task task) {
    tasks.setPriority(task.getId(), OVERDUE);
    approvals.open(leadId).ifPresent(open -> offerToAll(leadId, task, open));
  }

  private void offerToAll(UUID leadId, Task task, Approval open) {
    Set<String> managers = approvers.all(leads.get(leadId), open.askedBy());
    if (!managers.isEmpty()) {
      grants.offer(task, managers, null);
    }
  }

  /**
   * Gives the task to a manager of the lead's new owner; one that is overdue is offered to all who
   * stand above him. Where nobody does, nobody has to approve it, so that it is his to work.
   */
  public void follow(UUID leadId, Task task) {
    Approval open = approvals.open(leadId).orElse(null);
    if (open == null) {
      return;
    }
    Set<String> managers = approvers.of(leads.get(leadId), open.askedBy());
    if (managers.isEmpty()) {
      var back = new ApprovalAnswer.SentBack(NOBODY_ABOVE);
      Refusals.unwrapped(() -> tasks.complete(task.getId(), ApprovalForm.write(back)));
    } else if (task.getPriority() == OVERDUE) {
      offerToAll(leadId, task, open);
    } else {
      boolean stays = task.getAssignee() != null && managers.contains(task.getAssignee());
      grants.offer(task, managers, stays ? task.getAssignee() : leastBusy(managers).orElseThrow());
    }
  }
}
