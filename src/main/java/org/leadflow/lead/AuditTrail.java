package org.leadflow.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.leadflow.core.Actor;
import org.leadflow.core.TransactionBatch;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The trails of all leads. Rows are only ever added; the database itself refuses anything else. */
@Component
public class AuditTrail {

  private final JdbcClient jdbc;
  private final JdbcOperations batch;
  private final TransactionBatch<AuditEntry> added = new TransactionBatch<>(this::write);

  AuditTrail(JdbcClient jdbc, JdbcOperations batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** The lines of a lead, newest first; empty for an id that never was a lead. */
  public List<AuditEntry> of(UUID leadId) {
    return jdbc.sql("SELECT * FROM lead_audit WHERE lead_id = ? ORDER BY seq DESC")
        .param(leadId)
        .query(AuditTrail::read)
        .list();
  }

  /** Whether there is a lead of this id, or was one that left its trail. */
  public boolean knows(UUID leadId) {
    return jdbc.sql("SELECT EXISTS (SELECT 1 FROM lead_audit WHERE lead_id = ?)")
        .param(leadId)
        .query(Boolean.class)
        .single();
  }

  void append(AuditEntry entry) {
    added.add(entry);
  }

  private void write(List<AuditEntry> entries) {
    batch.batchUpdate(
        """
        INSERT INTO lead_audit (lead_id, seq, at, actor, door, action, state_code, status_code, owner_user,
          owner_team, details, previous_hash, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        entries.stream().map(AuditTrail::columns).toList());
  }

  private static Object[] columns(AuditEntry entry) {
    return new Object[] {
      entry.leadId(),
      entry.seq(),
      entry.at().atOffset(ZoneOffset.UTC),
      entry.actor(),
      entry.door().name(),
      entry.action().name(),
      entry.stateCode(),
      entry.statusCode(),
      entry.ownerUser(),
      entry.ownerTeam(),
      entry.details(),
      entry.previousHash(),
      entry.hash()
    };
  }

  /** The hash that this line must carry; the line's own hash is not looked at. */
  public static String hashOf(AuditEntry entry) {
    String text =
        Stream.of(
                entry.previousHash(),
                entry.leadId(),
                entry.seq(),
                entry.at(),
                entry.actor(),
                entry.door(),
                entry.action(),
                entry.stateCode(),
                entry.statusCode(),
                entry.ownerUser(),
                entry.ownerTeam(),
                entry.details())
            .map(part -> Objects.toString(part, ""))
            .collect(Collectors.joining("\n"));
    return DigestUtils.sha256Hex(text);
  }

  static AuditEntry read(ResultSet row, int number) throws SQLException {
    return new AuditEntry(
        row.getObject("lead_id", UUID.class),
        row.getInt("seq"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        Actor.Door.valueOf(row.getString("door")),
        AuditEntry.Action.valueOf(row.getString("action")),
        row.getInt("state_code"),
        row.getInt("status_code"),
        row.getString("owner_user"),
        row.getString("owner_team"),
        row.getString("details"),
        row.getString("previous_hash"),
        row.getString("hash"));
  }
}
