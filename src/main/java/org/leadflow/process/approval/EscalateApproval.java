package org.leadflow.process.approval;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.process.BusinessKey;
import org.leadflow.process.qualification.LeadQualification;
import org.springframework.stereotype.Component;

/**
 * Takes an approval from a manager who did not answer in time and offers it to all above the owner,
 * with the highest priority; whoever takes it first has it.
 */
@Component
class EscalateApproval implements JavaDelegate {

  private final ApprovalTasks approvals;
  private final TaskService tasks;

  EscalateApproval(ApprovalTasks approvals, TaskService tasks) {
    this.approvals = approvals;
    this.tasks = tasks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    tasks
        .createTaskQuery()
        .processInstanceId(execution.getProcessInstanceId())
        .taskDefinitionKey(LeadQualification.APPROVE_CONVERSION)
        .list()
        .forEach(task -> approvals.escalate(BusinessKey.of(execution), task));
  }
}
