package org.leadflow.process.lifecycle;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.leadflow.core.TransactionBatch;
import org.leadflow.duplicates.LeadsOnTheWay;
import org.leadflow.intake.BulkQueue;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The accepted leads whose process has not started. Whoever takes one off starts it, in the same
 * transaction.
 */
@Component
class PendingStarts implements BulkQueue, LeadsOnTheWay {

  private final JdbcClient jdbc;
  private final JdbcOperations batch;
  private final TransactionBatch<Object[]> added = new TransactionBatch<>(this::write);

  PendingStarts(JdbcClient jdbc, JdbcOperations batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /**
   * @param bulk whether it came in by the thousand and waits behind those that did not
   */
  void add(UUID leadId, Instant receivedOn, boolean bulk) {
    added.add(new Object[] {leadId, receivedOn.atOffset(ZoneOffset.UTC), bulk});
  }

  private void write(List<Object[]> rows) {
    batch.batchUpdate(
        "INSERT INTO pending_start (lead_id, received_on, bulk) VALUES (?, ?, ?)", rows);
  }

  /**
   * False when it was started, or deleted, meanwhile. Waits for another node that is about to start
   * it.
   */
  boolean take(UUID leadId) {
    return jdbc.sql("DELETE FROM pending_start WHERE lead_id = ?").param(leadId).update() == 1;
  }

  /** Holds those of these that are pending and that nobody is about to start, oldest first. */
  List<UUID> hold(List<UUID> leadIds) {
    return jdbc.sql(
            """
            SELECT lead_id FROM pending_start WHERE lead_id IN (:some)
            ORDER BY received_on FOR UPDATE SKIP LOCKED
            """)
        .param("some", leadIds)
        .query(UUID.class)
        .list();
  }

  /** Holds this one, if it is pending; waits for whoever is about to start it, or keeps it. */
  List<UUID> hold(UUID leadId) {
    return jdbc.sql("SELECT lead_id FROM pending_start WHERE lead_id = ? FOR UPDATE")
        .param(leadId)
        .query(UUID.class)
        .list();
  }

  /**
   * Holds some that no other node is about to start, oldest first.
   *
   * @param bulk those that came in by the thousand, or those that did not
   */
  List<UUID> holdSome(int atMost, boolean bulk) {
    return jdbc.sql(
            """
            SELECT lead_id FROM pending_start WHERE bulk = ?
            ORDER BY received_on LIMIT ? FOR UPDATE SKIP LOCKED
            """)
        .params(bulk, atMost)
        .query(UUID.class)
        .list();
  }

  /** Takes off those that this transaction holds. */
  void take(Collection<UUID> held) {
    jdbc.sql("DELETE FROM pending_start WHERE lead_id IN (:some)").param("some", held).update();
  }

  @Override
  public long waiting() {
    return jdbc.sql("SELECT count(*) FROM pending_start WHERE bulk = TRUE")
        .query(Long.class)
        .single();
  }

  @Override
  public void waitFor(List<UUID> leadIds) {
    // One after the other: a statement about all of them would lock them in an order of its own.
    leadIds.forEach(this::hold);
  }

  @Override
  public long unrouted(long atMost) {
    return counted("", atMost);
  }

  @Override
  public long unroutedAlone(long atMost) {
    return counted(" WHERE bulk = FALSE", atMost);
  }

  private long counted(String which, long atMost) {
    return jdbc.sql(
            "SELECT count(*) FROM (SELECT 1 FROM pending_start" + which + " LIMIT ?) AS waiting")
        .param(atMost)
        .query(Long.class)
        .single();
  }

  /** The oldest of the others that came in before this time, at most so many. */
  List<UUID> before(Instant time, int atMost) {
    return jdbc.sql(
            "SELECT lead_id FROM pending_start WHERE bulk = FALSE AND received_on < ?"
                + " ORDER BY received_on LIMIT ?")
        .params(time.atOffset(ZoneOffset.UTC), atMost)
        .query(UUID.class)
        .list();
  }
}
