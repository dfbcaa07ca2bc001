package org.leadflow.process.opportunity;

import org.camunda.bpm.engine.TaskService;
import org.leadflow.customer.Pursuit.OpportunityAssigned;
import org.leadflow.process.qualification.TaskGrants;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves the task of an opportunity to its new owner. */
@Component
class AssignedPursuit {

  private final TaskService tasks;
  private final TaskGrants grants;

  AssignedPursuit(TaskService tasks, TaskGrants grants) {
    this.tasks = tasks;
    this.grants = grants;
  }

  @EventListener
  void moveTasks(OpportunityAssigned assigned) {
    tasks
        .createTaskQuery()
        .processInstanceBusinessKey(assigned.opportunityId().toString())
        .processDefinitionKey(OpportunityPursuit.KEY)
        .list()
        .forEach(task -> grants.give(task, assigned.owner()));
  }
}
