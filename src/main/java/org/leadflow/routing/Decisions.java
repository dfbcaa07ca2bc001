package org.leadflow.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Ids;
import org.leadflow.core.TransactionBatch;
import org.leadflow.organization.Owner;
import org.leadflow.routing.Decision.Came;
import org.leadflow.routing.Decision.Question;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The decision records. Each is written once, with what it decides, and goes with its lead. */
@Component
public class Decisions {

  private final JdbcClient jdbc;
  private final JdbcOperations batch;
  private final ObjectMapper json;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final TransactionBatch<Object[]> kept = new TransactionBatch<>(this::write);

  Decisions(
      JdbcClient jdbc,
      JdbcOperations batch,
      ObjectMapper json,
      Clock clock,
      ApplicationEventPublisher events) {
    this.events = events;
    this.jdbc = jdbc;
    this.batch = batch;
    this.json = json;
    this.clock = clock;
  }

  /** The decisions about a lead, newest first. */
  public List<Decision> of(UUID leadId) {
    return jdbc.sql(
            "SELECT * FROM decision WHERE lead_id = ? ORDER BY decided_on DESC, decision_id DESC")
        .param(leadId)
        .query(this::read)
        .list();
  }

  /** The newest decision about who takes the lead, empty when nobody asked yet. */
  public Optional<Decision> newestRoute(UUID leadId) {
    return of(leadId).stream()
        .filter(decision -> decision.question() == Question.ROUTING)
        .findFirst();
  }

  /** How often the lead had to wait after that. */
  long waitsSince(UUID leadId, Instant time) {
    return jdbc.sql(
            "SELECT count(*) FROM decision WHERE lead_id = ? AND outcome = 'WAITS' AND decided_on > ?")
        .params(leadId, time.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** How often rules gave the lead to somebody after that. */
  long movesSince(UUID leadId, Instant time) {
    return jdbc.sql(
            "SELECT count(*) FROM decision WHERE lead_id = ? AND outcome IN ('ASSIGNED', 'OFFERED')"
                + " AND code NOT IN ('assigned-by-hand', 'offer-accepted') AND decided_on > ?")
        .params(leadId, time.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** Keeps a decision, publishes that as {@link Decided}, and answers its id. */
  UUID keep(
      UUID leadId,
      Question question,
      String code,
      String sentence,
      @Nullable Came came,
      @Nullable Owner owner,
      Explanation explanation) {
    UUID id = Ids.next();
    kept.add(
        new Object[] {
          id,
          leadId,
          question.name(),
          clock.instant().atOffset(ZoneOffset.UTC),
          code,
          sentence,
          owner != null && owner.kind() == Owner.Kind.USER ? owner.id() : null,
          owner != null && owner.kind() == Owner.Kind.TEAM ? owner.id() : null,
          explanation.poolId(),
          asJson(explanation),
          came == null ? null : came.name()
        });
    if (explanation.facts() != null) {
      events.publishEvent(
          new Decided(leadId, question, explanation.facts(), explanation.verdicts()));
    }
    return id;
  }

  private void write(List<Object[]> rows) {
    batch.batchUpdate(
        """
        INSERT INTO decision (decision_id, lead_id, question, decided_on, code, sentence, owner_user, owner_team,
          pool_id, explanation, outcome)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  private String asJson(Explanation explanation) {
    try {
      return json.writeValueAsString(explanation);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Decision read(ResultSet row, int number) throws SQLException {
    String user = row.getString("owner_user");
    String team = row.getString("owner_team");
    String came = row.getString("outcome");
    try {
      return new Decision(
          row.getObject("decision_id", UUID.class),
          row.getObject("lead_id", UUID.class),
          Question.valueOf(row.getString("question")),
          row.getObject("decided_on", OffsetDateTime.class).toInstant(),
          row.getString("code"),
          row.getString("sentence"),
          came == null ? null : Came.valueOf(came),
          user != null ? Owner.user(user) : team != null ? Owner.team(team) : null,
          json.readTree(row.getString("explanation")));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
