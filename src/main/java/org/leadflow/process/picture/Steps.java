package org.leadflow.process.picture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Team;
import org.leadflow.organization.User;
import org.leadflow.process.picture.LeadWay.Step;
import org.springframework.stereotype.Component;

/** The steps of one run of a process, with people called by their names. */
@Component
class Steps {

  private final HistoryService history;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final Organization organization;
  private final Clock clock;

  Steps(
      HistoryService history,
      RuntimeService runtime,
      TaskService tasks,
      Organization organization,
      Clock clock) {
    this.history = history;
    this.runtime = runtime;
    this.tasks = tasks;
    this.organization = organization;
    this.clock = clock;
  }

  /** In the order they began. */
  List<Step> of(HistoricProcessInstance run, int number) {
    Set<String> failed = run.getEndTime() == null ? failedIn(run.getId()) : Set.of();
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(run.getId())
        .orderPartiallyByOccurrence()
        .asc()
        .list()
        .stream()
        .map(each -> step(each, number, failed))
        .toList();
  }

  private Set<String> failedIn(String run) {
    return runtime.createIncidentQuery().processInstanceId(run).list().stream()
        .map(Incident::getActivityId)
        .collect(Collectors.toSet());
  }

  private Step step(HistoricActivityInstance each, int run, Set<String> failed) {
    Instant begun = each.getStartTime().toInstant();
    Instant ended = each.getEndTime() == null ? null : each.getEndTime().toInstant();
    // The clock of the engine may be a moment ahead.
    Duration took = Duration.between(begun, ended == null ? clock.instant() : ended);
    return new Step(
        each.getProcessDefinitionKey(),
        run,
        each.getActivityId(),
        each.getActivityName(),
        each.getActivityType(),
        begun,
        ended,
        took.isNegative() ? Duration.ZERO : took,
        who(each),
        each.isCanceled(),
        ended == null && failed.contains(each.getActivityId()));
  }

  private @Nullable String who(HistoricActivityInstance each) {
    if (each.getAssignee() != null) {
      return organization.user(each.getAssignee()).map(User::name).orElse(each.getAssignee());
    }
    return each.getTaskId() == null || each.getEndTime() != null ? null : offeredTo(each);
  }

  private @Nullable String offeredTo(HistoricActivityInstance each) {
    return tasks.getIdentityLinksForTask(each.getTaskId()).stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .findFirst()
        .map(team -> organization.team(team).map(Team::name).orElse(team))
        .orElse(null);
  }
}
