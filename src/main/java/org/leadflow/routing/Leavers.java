package org.leadflow.routing;

import java.util.List;
import java.util.UUID;
import org.leadflow.organization.UserDeactivated;
import org.leadflow.organization.UserSaved;
import org.leadflow.routing.Occasion.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Gives the open leads of people who are switched off to others, each in a transaction of its own.
 * Which these are is read from the leads, so that no crash loses one; a moment after the change and
 * again from time to time.
 */
@Component
class Leavers {

  private static final Logger log = LoggerFactory.getLogger(Leavers.class);
  private static final int AT_A_TIME = 200;

  private static final String LEFT_BEHIND =
      """
      SELECT l.lead_id, l.owner_user FROM app_user u JOIN lead l ON l.owner_user = u.id AND l.state_code = 0
      WHERE u.active = FALSE AND EXISTS (
        SELECT 1 FROM decision d WHERE d.lead_id = l.lead_id AND d.question = 'ROUTING')
      ORDER BY l.created_on FETCH FIRST 200 ROWS ONLY
      """;

  private final JdbcClient jdbc;
  private final Rerouting rerouting;
  private volatile boolean somebodyLeft = true;

  Leavers(JdbcClient jdbc, Rerouting rerouting) {
    this.jdbc = jdbc;
    this.rerouting = rerouting;
  }

  /** Also of those who stay: looking costs one statement. */
  @TransactionalEventListener(fallbackExecution = true)
  void on(UserSaved saved) {
    somebodyLeft = true;
  }

  /** Whoever switches somebody off reads how many open leads he still has. */
  @EventListener
  void on(UserDeactivated deactivated) {
    int open =
        jdbc.sql("SELECT count(*) FROM lead WHERE owner_user = ? AND state_code = 0")
            .param(deactivated.userId())
            .query(Integer.class)
            .single();
    deactivated.leaves("leads", open);
  }

  @Scheduled(fixedDelayString = "${leadflow.process.sweep-every:5s}")
  void soon() {
    if (somebodyLeft) {
      somebodyLeft = false;
      give();
    }
  }

  /** Another node may have stopped halfway, or a lead was given to somebody just leaving. */
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  synchronized void give() {
    List<LeftBehind> leads = leftBehind();
    int moved = 0;
    for (LeftBehind lead : leads) {
      moved += isGiven(lead) ? 1 : 0;
    }
    if (moved == AT_A_TIME) {
      somebodyLeft = true;
    }
  }

  private boolean isGiven(LeftBehind lead) {
    try {
      rerouting.again(lead.leadId, new Occasion(Why.LEFT, null, lead.owner, null));
      return true;
    } catch (RuntimeException failure) {
      // The next time it is tried again; a lead that cannot be moved must not hold up the others.
      log.warn("Lead {} stays with {}, who left, for now", lead.leadId, lead.owner, failure);
      return false;
    }
  }

  private List<LeftBehind> leftBehind() {
    return jdbc.sql(LEFT_BEHIND)
        .query(
            (row, number) ->
                new LeftBehind(row.getObject("lead_id", UUID.class), row.getString("owner_user")))
        .list();
  }

  private record LeftBehind(UUID leadId, String owner) {}
}
