package org.leadflow.process.intake;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.leadflow.core.Refused;
import org.leadflow.duplicates.DuplicateAnswer;
import org.leadflow.process.Refusals;
import org.leadflow.routing.Assigning.AssignmentWished;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Carries an answer about a duplicate from the API to the task in which Tasklist would have given
 * it. While nobody has decided, nobody gets the lead.
 */
@Component
class DecidedElsewhere {

  private final TaskService tasks;

  DecidedElsewhere(TaskService tasks) {
    this.tasks = tasks;
  }

  @EventListener
  void decide(DuplicateAnswer.Given given) {
    List<Task> waiting = waiting(given.leadId());
    if (waiting.isEmpty()) {
      throw Refused.conflict("not-asked", "Nobody is asked whether this lead is a duplicate.");
    }
    waiting.forEach(
        task ->
            Refusals.unwrapped(
                () -> tasks.complete(task.getId(), DuplicateForm.write(given.answer()))));
  }

  @EventListener
  void refuse(AssignmentWished wish) {
    if (!waiting(wish.leadId()).isEmpty()) {
      throw Refused.conflict(
          "duplicate-undecided",
          "It is not decided yet whether this lead is a duplicate: answer that first.");
    }
  }

  private List<Task> waiting(UUID leadId) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(leadId.toString())
        .taskDefinitionKey(LeadIntake.DECIDE_DUPLICATE)
        .list();
  }
}
