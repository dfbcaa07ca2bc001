package org.leadflow.process.approval;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.leadflow.core.Refused;
import org.leadflow.process.Refusals;
import org.leadflow.process.qualification.LeadQualification;
import org.leadflow.qualification.approval.ApprovalAnswer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries an answer from the API to the task in which Tasklist would have given it. */
@Component
class ApprovedElsewhere {

  private final TaskService tasks;

  ApprovedElsewhere(TaskService tasks) {
    this.tasks = tasks;
  }

  @EventListener
  void answer(ApprovalAnswer.Given given) {
    List<Task> asked =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(given.leadId().toString())
            .taskDefinitionKey(LeadQualification.APPROVE_CONVERSION)
            .list();
    if (asked.isEmpty()) {
      throw Refused.conflict("not-asked", "Nobody is asked to approve this lead.");
    }
    asked.forEach(
        task ->
            Refusals.unwrapped(
                () -> tasks.complete(task.getId(), ApprovalForm.write(given.answer()))));
  }
}
