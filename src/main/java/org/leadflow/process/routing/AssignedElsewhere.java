package org.leadflow.process.routing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.leadflow.process.Refusals;
import org.leadflow.process.qualification.LeadQualification;
import org.leadflow.process.qualification.TaskGrants;
import org.leadflow.routing.Assigning.AssignedByHand;
import org.leadflow.routing.Assigning.AssignmentWished;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the tasks of a lead with its owner when it is assigned by API: answers its triage, or moves
 * its work task.
 */
@Component
class AssignedElsewhere {

  private final TaskService tasks;
  private final TaskGrants grants;

  AssignedElsewhere(TaskService tasks, TaskGrants grants) {
    this.tasks = tasks;
    this.grants = grants;
  }

  /** A lead that waits for the lead desk is answered there, so that its process goes on. */
  @EventListener
  void answerTriage(AssignmentWished wish) {
    task(wish.leadId().toString(), LeadRouting.TRIAGE_LEAD)
        .forEach(
            triage -> {
              Map<String, Object> answer =
                  Map.of(
                      TriageForm.ANSWER, "assign",
                      TriageForm.OWNER_KIND, wish.owner().kind().name().toLowerCase(Locale.ROOT),
                      TriageForm.OWNER_ID, wish.owner().id());
              Refusals.unwrapped(() -> tasks.complete(triage.getId(), answer));
              wish.fulfilled().set(true);
            });
  }

  @EventListener
  void moveWork(AssignedByHand assigned) {
    task(assigned.leadId().toString(), LeadQualification.WORK_LEAD)
        .forEach(work -> grants.give(work, assigned.owner()));
  }

  private List<Task> task(String businessKey, String element) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(businessKey)
        .taskDefinitionKey(element)
        .list();
  }
}
