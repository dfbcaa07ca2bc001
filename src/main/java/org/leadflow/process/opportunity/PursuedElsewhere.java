package org.leadflow.process.opportunity;

import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.leadflow.core.Refused;
import org.leadflow.customer.OpportunityAnswer;
import org.leadflow.customer.OpportunityAnswered;
import org.leadflow.process.Refusals;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Carries what the API says of an opportunity to the task in which Tasklist would have been told. A
 * deal that ends before its last stage goes straight to the task that closes it.
 */
@Component
class PursuedElsewhere {

  private final TaskService tasks;
  private final RuntimeService runtime;

  PursuedElsewhere(TaskService tasks, RuntimeService runtime) {
    this.tasks = tasks;
    this.runtime = runtime;
  }

  @EventListener
  void answer(OpportunityAnswered answered) {
    Task task = task(answered.opportunityId());
    boolean atClose = task.getTaskDefinitionKey().equals(OpportunityPursuit.CLOSE_OPPORTUNITY);
    if (!(answered.answer() instanceof OpportunityAnswer.Advanced)) {
      Task closing = atClose ? task : closing(answered.opportunityId(), task);
      var form = ClosingForm.write(answered.answer());
      Refusals.unwrapped(() -> tasks.complete(closing.getId(), form));
    } else if (atClose) {
      throw Refused.conflict(
          "last-stage", "The opportunity is at Close, its last stage: win or lose it.");
    } else {
      Refusals.unwrapped(() -> tasks.complete(task.getId()));
    }
  }

  private Task closing(UUID opportunityId, Task task) {
    Refusals.unwrapped(
        () ->
            runtime
                .createProcessInstanceModification(task.getProcessInstanceId())
                .startBeforeActivity(OpportunityPursuit.CLOSE_OPPORTUNITY)
                .cancelAllForActivity(task.getTaskDefinitionKey())
                .execute());
    return task(opportunityId);
  }

  private Task task(UUID opportunityId) {
    Task task =
        tasks
            .createTaskQuery()
            .processDefinitionKey(OpportunityPursuit.KEY)
            .processInstanceBusinessKey(opportunityId.toString())
            .singleResult();
    if (task == null) {
      throw Refused.conflict("not-pursued", "Nobody has a task to pursue this opportunity.");
    }
    return task;
  }
}
