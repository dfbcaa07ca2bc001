package org.leadflow.process.offer;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.leadflow.core.Refused;
import org.leadflow.offer.OfferAnswer;
import org.leadflow.process.Refusals;
import org.leadflow.process.lifecycle.LeadLifecycle;
import org.leadflow.process.routing.LeadRouting;
import org.leadflow.process.waiting.WaitingLeads;
import org.leadflow.routing.Rerouting.OfferedAgain;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the process with what is said elsewhere about an offer: carries an answer from the API to
 * the task in which Tasklist would have given it, and lets a lead that rules offer once more go
 * there from wherever it is.
 */
@Component
class OfferedElsewhere {

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final WaitingLeads waiting;

  OfferedElsewhere(
      TaskService tasks,
      RuntimeService runtime,
      RepositoryService repository,
      WaitingLeads waiting) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.repository = repository;
    this.waiting = waiting;
  }

  @EventListener
  void answer(OfferAnswer.Given given) {
    List<Task> asked = tasks(given.leadId().toString(), LeadOffer.ANSWER_OFFER);
    if (asked.isEmpty()) {
      throw Refused.conflict("not-offered", "The lead is not on offer.");
    }
    asked.forEach(
        task ->
            Refusals.unwrapped(
                () -> tasks.complete(task.getId(), OfferForm.write(given.answer()))));
  }

  @EventListener
  void offer(OfferedAgain offered) {
    String lead = offered.leadId().toString();
    if (!tasks(lead, LeadOffer.ANSWER_OFFER).isEmpty()) {
      // Its people are being asked already.
      return;
    }
    if (!tasks(lead, LeadRouting.TRIAGE_LEAD).isEmpty()) {
      move(lead, LeadRouting.KEY, LeadRouting.TRIAGE_LEAD, LeadRouting.OFFER);
    } else if (runtime
            .createExecutionQuery()
            .processInstanceBusinessKey(lead)
            .activityId(LeadRouting.WAITING)
            .count()
        > 0) {
      move(lead, LeadRouting.KEY, LeadRouting.WAITING, LeadRouting.OFFER);
    } else {
      move(lead, LeadLifecycle.KEY, LeadLifecycle.QUALIFICATION, LeadLifecycle.ROUTING);
    }
  }

  /** The rules are pure, so routing sends the lead to the same partner and finds it offered. */
  private void move(String lead, String process, String from, String to) {
    List<ProcessInstance> running =
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(lead, process).list();
    for (ProcessInstance instance : running) {
      if (!has(instance, to)) {
        // The lead began on a diagram that asks nobody: it is the team's.
        waiting.isRouted(UUID.fromString(lead));
        continue;
      }
      Refusals.unwrapped(
          () -> {
            runtime.setVariable(instance.getId(), "handedBack", false);
            runtime
                .createProcessInstanceModification(instance.getId())
                .cancelAllForActivity(from)
                .startBeforeActivity(to)
                .execute();
          });
    }
  }

  private boolean has(ProcessInstance instance, String element) {
    return repository
            .getBpmnModelInstance(instance.getProcessDefinitionId())
            .getModelElementById(element)
        != null;
  }

  private List<Task> tasks(String lead, String element) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(lead)
        .taskDefinitionKey(element)
        .list();
  }
}
