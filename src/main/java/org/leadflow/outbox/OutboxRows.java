package org.leadflow.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.outbox.OutboxMessage.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of messages. */
@Component
class OutboxRows {

  private final JdbcClient jdbc;

  OutboxRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(UUID messageId, String target, String event, String payload, Instant now) {
    jdbc.sql(
            """
            INSERT INTO outbox_message (message_id, target, event, payload, state, created_on, due_on, attempts)
            VALUES (?, ?, ?, ?, 'WAITING', ?, ?, 0)
            """)
        .params(messageId, target, event, payload, at(now), at(now))
        .update();
  }

  /**
   * The oldest that is due and that no other node has in hand, but none to these targets. It counts
   * as tried, and comes up again after the lease should this node not tell what became of it.
   */
  @Transactional
  public Optional<OutboxMessage> take(Set<String> notTo, Instant now, Duration lease) {
    Optional<OutboxMessage> due =
        jdbc.sql(
                """
                SELECT * FROM outbox_message
                WHERE state = 'WAITING' AND due_on <= :now AND target NOT IN (:notTo)
                ORDER BY due_on LIMIT 1 FOR UPDATE SKIP LOCKED
                """)
            .param("now", at(now))
            // A list in SQL is never empty, and neither is the name of a target.
            .param("notTo", notTo.isEmpty() ? Set.of("") : notTo)
            .query(OutboxRows::message)
            .optional();
    due.ifPresent(
        message ->
            jdbc.sql(
                    """
                    UPDATE outbox_message SET attempts = attempts + 1, due_on = ?
                    WHERE message_id = ?
                    """)
                .params(at(now.plus(lease)), message.messageId())
                .update());
    return due;
  }

  void sent(UUID messageId, Instant now) {
    jdbc.sql(
            """
            UPDATE outbox_message SET state = 'SENT', sent_on = ?, due_on = NULL, fault = NULL
            WHERE message_id = ? AND state = 'WAITING'
            """)
        .params(at(now), messageId)
        .update();
  }

  /**
   * @param next when it is tried again; null to give it up
   */
  void failed(UUID messageId, String fault, @Nullable Instant next) {
    jdbc.sql(
            """
            UPDATE outbox_message SET state = ?, due_on = ?, fault = ?
            WHERE message_id = ? AND state = 'WAITING'
            """)
        .params(next == null ? "GIVEN_UP" : "WAITING", next == null ? null : at(next))
        .params(fault, messageId)
        .update();
  }

  boolean again(UUID messageId, Instant now) {
    return jdbc.sql(
                """
                UPDATE outbox_message SET state = 'WAITING', due_on = ?, attempts = 0
                WHERE message_id = ? AND state = 'GIVEN_UP'
                """)
            .params(at(now), messageId)
            .update()
        == 1;
  }

  List<OutboxMessage> newest(State state, int atMost) {
    return jdbc.sql(
            """
            SELECT * FROM outbox_message WHERE state = ?
            ORDER BY created_on DESC, message_id DESC LIMIT ?
            """)
        .params(state.name(), atMost)
        .query(OutboxRows::message)
        .list();
  }

  void forget(Instant before) {
    jdbc.sql("DELETE FROM outbox_message WHERE state <> 'WAITING' AND created_on < ?")
        .param(at(before))
        .update();
  }

  private static OutboxMessage message(ResultSet row, int number) throws SQLException {
    return new OutboxMessage(
        row.getObject("message_id", UUID.class),
        row.getString("target"),
        row.getString("event"),
        row.getString("payload"),
        State.valueOf(row.getString("state")),
        row.getObject("created_on", OffsetDateTime.class).toInstant(),
        instant(row, "due_on"),
        row.getInt("attempts"),
        instant(row, "sent_on"),
        row.getString("fault"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
