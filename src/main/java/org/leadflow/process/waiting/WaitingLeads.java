package org.leadflow.process.waiting;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.leadflow.process.Refusals;
import org.leadflow.process.offer.LeadOffer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves on leads that wait for somebody of their team, or lie at the lead desk. */
@Component
public class WaitingLeads {

  /** Names of {@code lead-routing.bpmn}, spelled once. */
  public static final String WAITING = "Gateway_WhatComesFirst";

  public static final String TIME_TO_DECIDE_AGAIN = "IntermediateEvent_TimeToDecideAgain";
  public static final String ASSIGNED = "LeadAssignedElsewhere";
  public static final String DISQUALIFIED = "LeadDisqualifiedElsewhere";

  /**
   * The timers of waiting leads that are not due yet. The engine's own query would search all
   * executions; this one comes from the definition of the timer, so that it sees those that wait
   * and no other.
   */
  private static final String TIMERS =
      """
      FROM act_ru_jobdef d
        JOIN act_ru_job j ON j.job_def_id_ = d.id_
        JOIN act_ru_execution e ON e.id_ = j.process_instance_id_
        JOIN lead l ON l.lead_id = CAST(e.business_key_ AS uuid)
      WHERE d.act_id_ = '%s' AND j.duedate_ > ?"""
          .formatted(TIME_TO_DECIDE_AGAIN);

  private final RuntimeService runtime;
  private final ManagementService management;
  private final JdbcClient jdbc;

  WaitingLeads(RuntimeService runtime, ManagementService management, JdbcClient jdbc) {
    this.runtime = runtime;
    this.management = management;
    this.jdbc = jdbc;
  }

  /** Closes a lead that waits; false when it does not wait. */
  public boolean isDisqualified(UUID leadId, Map<String, Object> answer) {
    if (subscribed(leadId, DISQUALIFIED).count() == 0) {
      return false;
    }
    send(leadId, DISQUALIFIED, answer);
    return true;
  }

  /** Lets a lead that waits or is on offer go to its new owner; else does nothing. */
  public void isAssigned(UUID leadId) {
    if (subscribed(leadId, ASSIGNED).activityId(WAITING).count() > 0
        || subscribed(leadId, ASSIGNED).activityId(LeadOffer.ANSWER_OFFER).count() > 0) {
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
   * Decides again at once about leads that wait for this team, the longest waiting first and not
   * more than so many: who becomes available takes a few leads, not hundreds.
   */
  void wake(String teamId, int atMost, Instant now) {
    jdbc.sql(
            "SELECT j.id_ "
                + TIMERS
                + " AND l.owner_team = ? ORDER BY l.assigned_on, l.lead_id FETCH FIRST ? ROWS ONLY")
        .params(at(now), teamId, atMost)
        .query(String.class)
        .list()
        .forEach(timer -> management.setJobDuedate(timer, Date.from(now)));
  }

  /** The teams that leads wait for. */
  Set<String> teams(Instant now) {
    return jdbc.sql("SELECT DISTINCT l.owner_team " + TIMERS + " AND l.owner_team IS NOT NULL")
        .param(at(now))
        .query(String.class)
        .set();
  }

  private static Timestamp at(Instant now) {
    return Timestamp.from(now);
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
