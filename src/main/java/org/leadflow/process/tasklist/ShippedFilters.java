package org.leadflow.process.tasklist;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.leadflow.process.identity.Grants;
import org.leadflow.process.identity.Groups;
import org.leadflow.process.identity.OneNodeAtATime;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Creates the lists everybody has in Tasklist, once; what an operator changes about them later
 * stays changed. The most urgent stands first.
 */
@Component
class ShippedFilters implements SmartLifecycle {

  private static final List<Map<String, String>> COLUMNS =
      List.of(
          Map.of("name", "company", "label", "Company"), Map.of("name", "score", "label", "Score"));

  private final OneNodeAtATime alone;
  private final FilterService filters;
  private final TaskService tasks;
  private final Grants grants;
  private boolean running;

  ShippedFilters(OneNodeAtATime alone, FilterService filters, TaskService tasks, Grants grants) {
    this.alone = alone;
    this.filters = filters;
    this.tasks = tasks;
    this.grants = grants;
  }

  @Override
  public void start() {
    alone.run(
        () -> {
          ship(
              "My leads",
              "What is assigned to me, the most urgent first",
              10,
              tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
          ship(
              "My team's leads",
              "What waits in my teams for somebody to claim it, the most urgent first",
              20,
              tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}"));
          ship(
              "Offered to me",
              "What is offered to me or to my teams and nobody has, such as an overdue approval",
              30,
              tasks.createTaskQuery().taskCandidateUserExpression("${currentUser()}"));
        });
    running = true;
  }

  private void ship(String name, String description, int place, TaskQuery query) {
    Filter filter = filters.createTaskFilterQuery().filterName(name).singleResult();
    if (filter == null) {
      filter = filters.newTaskFilter(name);
      filter.setQuery(query.orderByDueDate().asc());
      filter.setProperties(
          Map.of(
              "description", description,
              "priority", place,
              "variables", COLUMNS,
              "showUndefinedVariable", false,
              "refresh", true));
      filters.saveFilter(filter);
    }
    grants.allow(Groups.SELLERS, Resources.FILTER, filter.getId(), Permissions.READ);
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After users and groups, before the first request. */
  @Override
  public int getPhase() {
    return 1;
  }
}
