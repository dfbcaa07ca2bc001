package org.leadflow.lead;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The leads that a transaction works on. Each is read once, however many steps look at it, and what
 * became of it is written once, before the commit; whoever read an older version than is stored by
 * then loses.
 */
@Component
class LeadsInHand {

  private final StoredLeads leads;
  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batch;

  LeadsInHand(StoredLeads leads, JdbcClient jdbc, NamedParameterJdbcOperations batch) {
    this.leads = leads;
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** The lead as this transaction sees it, with its own changes. */
  Optional<Lead> find(UUID leadId) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      return read(leadId);
    }
    Held held = hand().get(leadId);
    if (held != null) {
      return Optional.of(held.now);
    }
    Optional<Lead> read = read(leadId);
    read.ifPresent(this::stored);
    return read;
  }

  private Optional<Lead> read(UUID leadId) {
    return leads.of(List.of(leadId)).stream().findFirst();
  }

  /** Reads those of these leads that nobody in this transaction has read yet, in one statement. */
  void read(List<UUID> leadIds) {
    List<UUID> unread = leadIds.stream().filter(id -> !hand().containsKey(id)).toList();
    if (!unread.isEmpty()) {
      leads.of(unread).forEach(this::stored);
    }
  }

  /** Knows a lead as it was just stored, so that nobody in this transaction reads it again. */
  void stored(Lead lead) {
    hand().put(lead.leadId(), new Held(lead));
  }

  /**
   * Waits until every other transaction at work on the lead has ended and keeps others away until
   * this one does. The lead is read anew, unless this transaction locked or changed it already.
   *
   * @return whether there is such a lead
   */
  boolean lock(UUID leadId) {
    Held held = hand().get(leadId);
    if (held != null && held.locked) {
      return true;
    }
    jdbc.sql("SELECT version FROM lead WHERE lead_id = ? FOR UPDATE")
        .param(leadId)
        .query(Long.class)
        .optional();
    if (held != null && held.changes.isEmpty()) {
      hand().remove(leadId);
    }
    Optional<Lead> lead = find(leadId);
    lead.ifPresent(found -> hand().get(leadId).locked = true);
    return lead.isPresent();
  }

  /** Changes columns of a lead; needs a transaction. */
  void change(Lead lead, Map<String, @Nullable Object> columns) {
    Held held = hand().computeIfAbsent(lead.leadId(), id -> new Held(lead));
    held.changes.putAll(columns);
    held.now = LeadColumns.changed(held.now, columns);
  }

  @SuppressWarnings("unchecked")
  private Map<UUID, Held> hand() {
    Map<UUID, Held> hand = (Map<UUID, Held>) TransactionSynchronizationManager.getResource(this);
    if (hand == null) {
      hand = new LinkedHashMap<>();
      TransactionSynchronizationManager.bindResource(this, hand);
      TransactionSynchronizationManager.registerSynchronization(new Writing(hand));
    }
    return hand;
  }

  /** Leads of which the same columns changed, in one batch; a single one is a batch of one. */
  private void write(Collection<String> columns, List<Held> alike) {
    String assignments =
        columns.stream().map(column -> column + " = :" + column).collect(Collectors.joining(", "));
    int[] changed =
        batch.batchUpdate(
            "UPDATE lead SET "
                + assignments
                + ", version = version + 1 WHERE lead_id = :id AND version = :read",
            alike.stream().map(Held::parameters).toArray(SqlParameterSource[]::new));
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] == 0) {
        throw new OptimisticLockingFailureException(
            "lead " + alike.get(i).now.leadId() + " changed since it was read");
      }
    }
  }

  private static final class Held {

    private final Map<String, @Nullable Object> changes = new TreeMap<>();
    private Lead now;
    private boolean locked;

    private Held(Lead read) {
      this.now = read;
    }

    private SqlParameterSource parameters() {
      Map<String, @Nullable Object> values = new HashMap<>(changes);
      values.replaceAll(
          (column, value) ->
              value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
      values.put("id", now.leadId());
      values.put("read", now.version());
      return new MapSqlParameterSource(values);
    }
  }

  private final class Writing implements TransactionSynchronization {

    private final Map<UUID, Held> hand;

    private Writing(Map<UUID, Held> hand) {
      this.hand = hand;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      hand.values().stream()
          .filter(held -> !held.changes.isEmpty())
          .collect(
              Collectors.groupingBy(
                  held -> List.copyOf(held.changes.keySet()),
                  LinkedHashMap::new,
                  Collectors.toList()))
          .forEach(LeadsInHand.this::write);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(LeadsInHand.this);
    }
  }
}
