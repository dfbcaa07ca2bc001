package org.leadflow.process.waiting;

import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.camunda.bpm.engine.runtime.Job;
import org.leadflow.process.Refusals;
import org.springframework.stereotype.Component;

/** Moves on leads that wait for somebody of their team, or lie at the lead desk. */
@Component
public class WaitingLeads {

  /** Names of {@code lead-routing.bpmn}, spelled once. */
  static final String WAITING = "Gateway_WhatComesFirst";

  static final String ASSIGNED = "LeadAssignedElsewhere";
  static final String DISQUALIFIED = "LeadDisqualifiedElsewhere";

  private final RuntimeService runtime;
  private final ManagementService management;

  WaitingLeads(RuntimeService runtime, ManagementService management) {
    this.runtime = runtime;
    this.management = management;
  }

  /** Closes a lead that waits; false when it does not wait. */
  public boolean isDisqualified(UUID leadId, Map<String, Object> answer) {
    if (subscribed(leadId, DISQUALIFIED).count() == 0) {
      return false;
    }
    send(leadId, DISQUALIFIED, answer);
    return true;
  }

  /** Lets a lead that waits go to its new owner; else does nothing. */
  public void isAssigned(UUID leadId) {
    if (subscribed(leadId, ASSIGNED).activityId(WAITING).count() > 0) {
      send(leadId, ASSIGNED, Map.of());
    }
  }

  /** The same for a lead that waits or lies at the lead desk. */
  public void isRouted(UUID leadId) {
    if (subscribed(leadId, ASSIGNED).count() > 0) {
      send(leadId, ASSIGNED, Map.of());
    }
  }

  /**
   * Decides again at once about leads that wait for one of these teams, the longest waiting first
   * and not more than so many of each: who becomes available takes a few leads, not hundreds.
   */
  void wake(Collection<String> teamIds, int atMost, Date now) {
    for (String teamId : teamIds) {
      List<Execution> waiting =
          runtime
              .createExecutionQuery()
              .activityId(WAITING)
              .processVariableValueEquals("waitingTeam", teamId)
              .list();
      waiting.stream()
          .flatMap(each -> timers(each).stream())
          .filter(timer -> timer.getDuedate().after(now))
          .sorted(Comparator.comparing(Job::getCreateTime))
          .limit(atMost)
          .forEach(timer -> management.setJobDuedate(timer.getId(), now));
    }
  }

  private List<Job> timers(Execution waiting) {
    return management.createJobQuery().processInstanceId(waiting.getProcessInstanceId()).list();
  }

  private ExecutionQuery subscribed(UUID leadId, String message) {
    return runtime
        .createExecutionQuery()
        .processInstanceBusinessKey(leadId.toString())
        .messageEventSubscriptionName(message);
  }

  private void send(UUID leadId, String message, Map<String, Object> variables) {
    Refusals.unwrapped(
        () ->
            runtime
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(leadId.toString())
                .setVariables(variables)
                .correlate());
  }
}
