package org.leadflow.process.qualification;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.process.FormFields;
import org.springframework.stereotype.Component;

/**
 * Takes a task away from those who had it before. The engine grants it to each new assignee and
 * candidate and never takes a grant back, so a former owner could still read the task and take it
 * again.
 */
@Component
public class TaskGrants {

  private final AuthorizationService authorizations;
  private final Organization organization;
  private final TaskService tasks;

  TaskGrants(AuthorizationService authorizations, Organization organization, TaskService tasks) {
    this.authorizations = authorizations;
    this.organization = organization;
    this.tasks = tasks;
  }

  /** Gives the task to its new owner, to a team as candidates, and takes it from the former one. */
  public void give(Task task, Owner owner) {
    if (owner.kind() == Owner.Kind.TEAM) {
      offer(task, owner.id());
    } else if (!owner.id().equals(task.getAssignee())) {
      tasks.setAssignee(task.getId(), owner.id());
    }
    keepOnly(task.getId(), owner);
  }

  private void offer(Task task, String teamId) {
    for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
      if (link.getGroupId() != null && !link.getGroupId().equals(teamId)) {
        tasks.deleteCandidateGroup(task.getId(), link.getGroupId());
      }
    }
    tasks.addCandidateGroup(task.getId(), teamId);
    tasks.setAssignee(task.getId(), null);
  }

  /**
   * Offers the task to these people and to nobody else.
   *
   * @param assignee who of them has it; null for whoever takes it
   */
  public void offer(Task task, Set<String> people, @Nullable String assignee) {
    Set<String> missing = new HashSet<>(people);
    for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
      if (IdentityLinkType.CANDIDATE.equals(link.getType())
          && link.getUserId() != null
          && !missing.remove(link.getUserId())) {
        tasks.deleteCandidateUser(task.getId(), link.getUserId());
      }
    }
    missing.forEach(person -> tasks.addCandidateUser(task.getId(), person));
    if (!Objects.equals(assignee, task.getAssignee())) {
      tasks.setAssignee(task.getId(), assignee);
    }
    takeFromOthers(
        task.getId(), grant -> grant.getUserId() != null && people.contains(grant.getUserId()));
  }

  /** Leaves the task to its owner and to the teams he belongs to. */
  void keepOnly(String taskId, Owner owner) {
    boolean person = owner.kind() == Owner.Kind.USER;
    Set<String> teams = person ? organization.teamIdsOf(owner.id()) : Set.of(owner.id());
    takeFromOthers(
        taskId,
        grant ->
            grant.getUserId() != null
                ? person && grant.getUserId().equals(owner.id())
                : teams.contains(grant.getGroupId()));
  }

  private void takeFromOthers(String taskId, Predicate<Authorization> his) {
    authorizations
        .createAuthorizationQuery()
        .resourceType(Resources.TASK)
        .resourceId(taskId)
        .list()
        .stream()
        .filter(his.negate())
        .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
  }

  void keepOnly(DelegateTask task, Owner owner) {
    keepOnly(task.getId(), owner);
  }

  /** The team that offers the task; a task that no team offers has to stay with its assignee. */
  Owner offeringTeam(DelegateTask task) {
    return task.getCandidates().stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .findFirst()
        .map(Owner::team)
        .orElseThrow(
            () ->
                FormFields.refused(
                    "assignee", "must stay: a lead always has an owner; hand it back instead"));
  }
}
