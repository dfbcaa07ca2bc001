package org.leadflow.lead.activity;

import java.time.Clock;
import java.time.ZoneOffset;
import org.leadflow.core.CurrentActor;
import org.leadflow.lead.LeadEvent.LeadAssigned;
import org.leadflow.organization.Owner;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A lead's new owner gets the open activities of the one before; completed ones stay, and so do
 * those that others are to do. A team cannot be to do one, so they wait with the person until the
 * lead is given from him to another person.
 */
@Component
class ActivitiesFollow {

  private final JdbcClient jdbc;
  private final CurrentActor actor;
  private final Clock clock;

  ActivitiesFollow(JdbcClient jdbc, CurrentActor actor, Clock clock) {
    this.jdbc = jdbc;
    this.actor = actor;
    this.clock = clock;
  }

  @EventListener
  void follow(LeadAssigned assigned) {
    Owner before = assigned.before();
    Owner now = assigned.owner();
    if (before.kind() != Owner.Kind.USER || now.kind() != Owner.Kind.USER || now.equals(before)) {
      return;
    }
    jdbc.sql(
            """
            UPDATE lead_activity SET owner_id = :now, modified_on = :at, modified_by = :who, version = version + 1
            WHERE lead_id = :lead AND owner_id = :before AND state_code = 0
            """)
        .param("now", now.id())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("who", actor.get().id())
        .param("lead", assigned.leadId())
        .param("before", before.id())
        .update();
  }
}
