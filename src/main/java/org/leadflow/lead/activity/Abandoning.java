package org.leadflow.lead.activity;

import java.time.Clock;
import java.time.ZoneOffset;
import org.leadflow.core.CurrentActor;
import org.leadflow.lead.LeadEvent.LeadClosed;
import org.leadflow.lead.StateCode;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cancels what was still to be done for a lead that is disqualified: nobody will do it. */
@Component
class Abandoning {

  private final JdbcClient jdbc;
  private final CurrentActor actor;
  private final Clock clock;

  Abandoning(JdbcClient jdbc, CurrentActor actor, Clock clock) {
    this.jdbc = jdbc;
    this.actor = actor;
    this.clock = clock;
  }

  @EventListener
  void abandon(LeadClosed closed) {
    if (closed.reason().state() != StateCode.DISQUALIFIED) {
      return;
    }
    jdbc.sql(
            """
            UPDATE lead_activity SET state_code = :canceled, actual_end = :now, modified_on = :now, modified_by = :who,
              version = version + 1
            WHERE lead_id = :lead AND state_code = :open
            """)
        .param("canceled", ActivityState.CANCELED.code())
        .param("open", ActivityState.OPEN.code())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("who", actor.get().id())
        .param("lead", closed.leadId())
        .update();
  }
}
