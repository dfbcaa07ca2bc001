package org.leadflow.process.routing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.leadflow.organization.Owner;
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
    Owner owner = assigned.owner();
    for (Task work : task(assigned.leadId().toString(), LeadQualification.WORK_LEAD)) {
      if (owner.kind() == Owner.Kind.USER && !owner.id().equals(work.getAssignee())) {
        tasks.setAssignee(work.getId(), owner.id());
      } else if (owner.kind() == Owner.Kind.TEAM) {
        offer(work, owner.id());
      }
      grants.keepOnly(work.getId(), owner);
    }
  }

  private void offer(Task work, String teamId) {
    for (IdentityLink link : tasks.getIdentityLinksForTask(work.getId())) {
      if (link.getGroupId() != null && !link.getGroupId().equals(teamId)) {
        tasks.deleteCandidateGroup(work.getId(), link.getGroupId());
      }
    }
    tasks.addCandidateGroup(work.getId(), teamId);
    tasks.setAssignee(work.getId(), null);
  }

  private List<Task> task(String businessKey, String element) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(businessKey)
        .taskDefinitionKey(element)
        .list();
  }
}
