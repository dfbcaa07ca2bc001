package org.leadflow.process.intake;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.leadflow.core.Refused;
import org.leadflow.lead.AskedForData;
import org.leadflow.lead.DataAnswer;
import org.leadflow.lead.LeadEvent.LeadChanged;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.MissingData;
import org.leadflow.process.Refusals;
import org.leadflow.routing.Assigning.AssignmentWished;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Carries an answer about missing data from the API to the task in which Tasklist would have given
 * it, and lets a lead that got data at another door move on by itself, once that change is stored.
 * Until it is on its way to its first owner nobody gets it.
 */
@Component
class CompletedElsewhere implements AskedForData {

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final LeadRecords leads;
  private final MissingData missing;

  CompletedElsewhere(
      TaskService tasks, RuntimeService runtime, LeadRecords leads, MissingData missing) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.leads = leads;
    this.missing = missing;
  }

  @EventListener
  void complete(DataAnswer.Given given) {
    List<Task> waiting = waiting(given.leadId()).list();
    if (waiting.isEmpty()) {
      throw Refused.conflict("not-asked", "Nobody is asked for data of this lead.");
    }
    waiting.forEach(
        task ->
            Refusals.unwrapped(() -> tasks.complete(task.getId(), DataForm.write(given.answer()))));
  }

  /** Asks the engine nothing about a lead that never waited for data. */
  @EventListener
  void moveOn(LeadChanged changed) {
    if (missing.isIncomplete(changed.before().fields())
        && !missing.isIncomplete(leads.get(changed.leadId()).fields())
        && !isItsOwnStep(changed.leadId())
        && isAsked(changed.leadId())) {
      Refusals.unwrapped(
          () ->
              runtime
                  .createMessageCorrelation(LeadIntake.DATA_CAME_ELSEWHERE)
                  .processInstanceBusinessKey(changed.leadId().toString())
                  .correlate());
    }
  }

  @EventListener
  void refuse(AssignmentWished wish) {
    if (isAsked(wish.leadId())) {
      throw Refused.conflict(
          "data-missing",
          "Nobody could work this lead yet: complete its data, or answer that it goes on as it is.");
    }
    if (leads.get(wish.leadId()).score() == null && goesOnByItself(wish.leadId())) {
      throw Refused.conflict(
          "not-routed-yet",
          "The lead got its data and is on its way to its first owner: assign it in a moment.");
    }
  }

  /** The answer to the task is written by the step behind it, which moves the lead on itself. */
  private static boolean isItsOwnStep(UUID leadId) {
    var running = Context.getBpmnExecutionContext();
    return running != null
        && leadId.toString().equals(running.getExecution().getProcessBusinessKey());
  }

  private boolean goesOnByItself(UUID leadId) {
    return runtime
            .createExecutionQuery()
            .processInstanceBusinessKey(leadId.toString())
            .activityId(LeadIntake.GOES_ON_BY_ITSELF)
            .count()
        > 0;
  }

  @Override
  public boolean isAsked(UUID leadId) {
    return waiting(leadId).count() > 0;
  }

  private TaskQuery waiting(UUID leadId) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(leadId.toString())
        .taskDefinitionKey(LeadIntake.COMPLETE_DATA);
  }
}
