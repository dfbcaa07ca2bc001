package org.leadflow.lead;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Actor;
import org.leadflow.core.CurrentActor;
import org.leadflow.lead.AuditEntry.Action;
import org.springframework.stereotype.Component;

/**
 * Enters a change of a lead and its line in the trail together; both are written before the commit,
 * or neither.
 */
@Component
class LeadLedger {

  private final LeadsInHand inHand;
  private final AuditTrail trail;
  private final CurrentActor actor;
  private final Clock clock;

  LeadLedger(LeadsInHand inHand, AuditTrail trail, CurrentActor actor, Clock clock) {
    this.inHand = inHand;
    this.trail = trail;
    this.actor = actor;
    this.clock = clock;
  }

  /** Now, as exactly as both databases keep it. */
  Instant now() {
    return clock.instant();
  }

  Actor actor() {
    return actor.get();
  }

  /** The first line of a lead that is about to be stored. */
  AuditEntry opening(UUID leadId, Instant at, StatusCode status, String ownerTeam, String channel) {
    return hashed(
        actor.get(),
        leadId,
        1,
        at,
        Action.CREATED,
        status.state().code(),
        status.code(),
        null,
        ownerTeam,
        "via " + channel,
        null);
  }

  /**
   * Changes columns of the lead as it was read.
   *
   * @param columns column name to new value; state, reason and owner columns also go into the trail
   */
  AuditEntry enter(
      Lead lead, Action action, Map<String, @Nullable Object> columns, @Nullable String details) {
    return enter(lead, action, columns, details, actor.get());
  }

  /**
   * The same, done by somebody else than who is logged in: what rules decide is theirs, whoever
   * made them be asked.
   */
  AuditEntry enter(
      Lead lead,
      Action action,
      Map<String, @Nullable Object> columns,
      @Nullable String details,
      Actor who) {
    Instant now = now();
    AuditEntry entry = next(lead, now, action, columns, details, who);
    Map<String, @Nullable Object> values = new LinkedHashMap<>(columns);
    values.put("modified_on", now);
    values.put("modified_by", entry.actor());
    values.put("trail_length", entry.seq());
    values.put("trail_hash", entry.hash());
    inHand.change(lead, values);
    trail.append(entry);
    return entry;
  }

  /** Changes columns of the lead that the trail does not tell of. */
  void note(Lead lead, Map<String, @Nullable Object> columns) {
    inHand.change(lead, columns);
  }

  /**
   * The next line of a lead's trail, for a change that is written elsewhere in the same
   * transaction.
   */
  AuditEntry next(
      Lead lead,
      Instant at,
      Action action,
      Map<String, @Nullable Object> columns,
      @Nullable String details) {
    return next(lead, at, action, columns, details, actor.get());
  }

  private static AuditEntry next(
      Lead lead,
      Instant at,
      Action action,
      Map<String, @Nullable Object> columns,
      @Nullable String details,
      Actor who) {
    return hashed(
        who,
        lead.leadId(),
        lead.trailLength() + 1,
        at,
        action,
        (Integer) columns.getOrDefault("state_code", lead.stateCode()),
        (Integer) columns.getOrDefault("status_code", lead.statusCode()),
        (String) columns.getOrDefault("owner_user", lead.ownerUser()),
        (String) columns.getOrDefault("owner_team", lead.ownerTeam()),
        details,
        lead.trailHash());
  }

  private static AuditEntry hashed(
      Actor who,
      UUID leadId,
      int seq,
      Instant at,
      Action action,
      int state,
      int status,
      @Nullable String ownerUser,
      @Nullable String ownerTeam,
      @Nullable String details,
      @Nullable String previousHash) {
    return new AuditEntry(
            leadId,
            seq,
            at,
            who.id(),
            who.door(),
            action,
            state,
            status,
            ownerUser,
            ownerTeam,
            details,
            previousHash,
            "")
        .hashed();
  }
}
