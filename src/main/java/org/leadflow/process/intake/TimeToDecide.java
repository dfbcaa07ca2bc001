package org.leadflow.process.intake;

import java.time.Duration;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.process.migration.TimesOfTimers;
import org.leadflow.process.owner.OwnersTime;
import org.springframework.stereotype.Component;

/**
 * Until when the lead desk may decide whether a lead is there already, also for leads that wait on
 * a diagram from before it had a time for that and are moved to one in which it has.
 */
@Component
class TimeToDecide implements TimesOfTimers {

  /** No step has said how many for them; these are those of the diagram as it is delivered. */
  private static final Duration OF_THOSE_MOVED = Duration.ofHours(8);

  private final OwnersTime time;
  private final RuntimeService runtime;
  private final TaskService tasks;

  TimeToDecide(OwnersTime time, RuntimeService runtime, TaskService tasks) {
    this.time = time;
    this.runtime = runtime;
    this.tasks = tasks;
  }

  /** So much working time of the lead desk from now. */
  Date after(Duration work) {
    return Date.from(time.after(Owner.team(Organization.INTAKE_TEAM), work));
  }

  @Override
  public Set<String> variables() {
    return Set.of(LeadIntake.DUPLICATE_DUE_ON);
  }

  @Override
  public boolean set(String processInstanceId, String businessKey) {
    runtime.setVariable(processInstanceId, LeadIntake.DUPLICATE_DUE_ON, after(OF_THOSE_MOVED));
    return true;
  }

  @Override
  public void moved(String businessKey) {
    tasks
        .createTaskQuery()
        .processInstanceBusinessKey(businessKey)
        .taskDefinitionKey(LeadIntake.DECIDE_DUPLICATE)
        .list()
        .forEach(
            task -> {
              task.setDueDate((Date) tasks.getVariable(task.getId(), LeadIntake.DUPLICATE_DUE_ON));
              tasks.saveTask(task);
            });
  }
}
