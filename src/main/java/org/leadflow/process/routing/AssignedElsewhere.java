package org.leadflow.process.routing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.leadflow.core.Refused;
import org.leadflow.organization.Owner;
import org.leadflow.process.Refusals;
import org.leadflow.process.approval.ApprovalTasks;
import org.leadflow.process.qualification.LeadQualification;
import org.leadflow.process.qualification.TaskGrants;
import org.leadflow.process.waiting.WaitingLeads;
import org.leadflow.routing.Assigning.AssignedByHand;
import org.leadflow.routing.Assigning.AssignmentWished;
import org.leadflow.routing.Rerouting.Rerouted;
import org.leadflow.routing.Rerouting.TakenAway;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the tasks of a lead with its owner when it changes hands outside the process: answers its
 * triage, ends its waiting, or moves its work task, or the one of a manager who is to approve it.
 */
@Component
class AssignedElsewhere {

  private final TaskService tasks;
  private final TaskGrants grants;
  private final ApprovalTasks approvals;
  private final WaitingLeads waiting;

  AssignedElsewhere(
      TaskService tasks, TaskGrants grants, ApprovalTasks approvals, WaitingLeads waiting) {
    this.tasks = tasks;
    this.grants = grants;
    this.approvals = approvals;
    this.waiting = waiting;
  }

  /** A lead that waits for the lead desk is answered there, so that its process goes on. */
  @EventListener
  void answerTriage(AssignmentWished wish) {
    task(wish.leadId(), LeadRouting.TRIAGE_LEAD)
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
    if (!areMoved(assigned.leadId(), assigned.owner())) {
      waiting.isAssigned(assigned.leadId());
    }
  }

  @EventListener
  void moveWork(Rerouted rerouted) {
    if (!areMoved(rerouted.leadId(), rerouted.owner())) {
      waiting.isRouted(rerouted.leadId());
    }
  }

  private boolean areMoved(UUID leadId, Owner owner) {
    List<Task> moved =
        task(leadId, LeadQualification.WORK_LEAD, LeadQualification.APPROVE_CONVERSION);
    for (Task each : moved) {
      if (each.getTaskDefinitionKey().equals(LeadQualification.WORK_LEAD)) {
        grants.give(each, owner);
      } else {
        approvals.follow(leadId, each);
      }
    }
    return !moved.isEmpty();
  }

  /** Whose owner cannot stay and for whom nobody else was found goes to the lead desk. */
  @EventListener
  void handBack(TakenAway taken) {
    List<Task> work = task(taken.leadId(), LeadQualification.WORK_LEAD);
    if (work.isEmpty()) {
      throw Refused.conflict("not-assigned", "Nobody works this lead, so nobody can give it back.");
    }
    work.forEach(
        each ->
            Refusals.unwrapped(
                () -> tasks.complete(each.getId(), Map.of("answer", (Object) "handBack"))));
  }

  private List<Task> task(UUID leadId, String... elements) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(leadId.toString())
        .taskDefinitionKeyIn(elements)
        .list();
  }
}
