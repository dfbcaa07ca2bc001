package org.leadflow.customer;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Actor;
import org.leadflow.core.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The trails of all opportunities: who did what through which door, from which stage to which. Rows
 * are only ever added; the database itself refuses anything else. They hold names of fields, never
 * a text that a person wrote.
 */
@Component
class OpportunityTrail {

  private final JdbcClient jdbc;
  private final CurrentActor actor;
  private final Clock clock;

  OpportunityTrail(JdbcClient jdbc, CurrentActor actor, Clock clock) {
    this.jdbc = jdbc;
    this.actor = actor;
    this.clock = clock;
  }

  /** Adds the next line of an opportunity that this transaction holds, as it stands afterwards. */
  void append(
      UUID opportunityId,
      Action action,
      @Nullable Stage from,
      Stage stage,
      int state,
      int status,
      @Nullable String details) {
    Actor who = actor.get();
    jdbc.sql(
            """
            INSERT INTO opportunity_audit (opportunity_id, seq, at, actor, door, action, from_stage, stage, state_code,
              status_code, details)
            SELECT CAST(:id AS uuid), COALESCE(MAX(seq), 0) + 1, CAST(:at AS timestamp with time zone), :actor, :door,
              :action, :from, :stage, :state, :status, :details
            FROM opportunity_audit WHERE opportunity_id = :id
            """)
        .param("id", opportunityId)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("actor", who.id())
        .param("door", who.door().name())
        .param("action", action.name())
        .param("from", from == null ? null : from.name())
        .param("stage", stage.name())
        .param("state", state)
        .param("status", status)
        .param("details", details)
        .update();
  }

  /** What may happen to an opportunity. */
  enum Action {
    OPENED,
    CHANGED,
    ADVANCED,
    WON,
    LOST,
    ASSIGNED,
    REMOVED
  }
}
