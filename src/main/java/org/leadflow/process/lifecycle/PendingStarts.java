package org.leadflow.process.lifecycle;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The accepted leads whose process has not started. Whoever takes one off starts it, in the same
 * transaction.
 */
@Component
class PendingStarts {

  private final JdbcClient jdbc;

  PendingStarts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(UUID leadId, Instant receivedOn) {
    jdbc.sql("INSERT INTO pending_start (lead_id, received_on) VALUES (?, ?)")
        .params(leadId, receivedOn.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * False when it was started, or deleted, meanwhile. Waits for another node that is about to start
   * it.
   */
  boolean take(UUID leadId) {
    return jdbc.sql("DELETE FROM pending_start WHERE lead_id = ?").param(leadId).update() == 1;
  }

  /** The oldest that came in before this time, at most so many. */
  List<UUID> before(Instant time, int atMost) {
    return jdbc.sql(
            "SELECT lead_id FROM pending_start WHERE received_on < ? ORDER BY received_on LIMIT ?")
        .params(time.atOffset(ZoneOffset.UTC), atMost)
        .query(UUID.class)
        .list();
  }
}
