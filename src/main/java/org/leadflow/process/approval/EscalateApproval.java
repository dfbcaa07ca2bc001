package org.leadflow.process.approval;

import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.BusinessKey;
import org.leadflow.process.qualification.LeadQualification;
import org.leadflow.qualification.approval.Approvers;
import org.springframework.stereotype.Component;

/** Offers an approval nobody answered in time to all managers above, with the highest priority. */
@Component
class EscalateApproval implements JavaDelegate {

  private static final int OVERDUE = 100;

  private final LeadRecords leads;
  private final Approvers approvers;
  private final TaskService tasks;

  EscalateApproval(LeadRecords leads, Approvers approvers, TaskService tasks) {
    this.leads = leads;
    this.approvers = approvers;
    this.tasks = tasks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Set<String> all = approvers.all(leads.get(BusinessKey.of(execution)));
    for (Task task :
        tasks
            .createTaskQuery()
            .processInstanceId(execution.getProcessInstanceId())
            .taskDefinitionKey(LeadQualification.APPROVE_CONVERSION)
            .list()) {
      tasks.setPriority(task.getId(), OVERDUE);
      all.forEach(manager -> tasks.addCandidateUser(task.getId(), manager));
    }
  }
}
