package org.leadflow.routing.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.leadflow.core.Ids;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Copies of one lead with its decisions, each of another size of company, in a month of the past;
 * they are gone when this is closed.
 */
final class ManyLeads implements AutoCloseable {

  static final Instant FROM = Instant.parse("2019-01-01T00:00:00Z");
  static final Instant UNTIL = Instant.parse("2019-02-01T00:00:00Z");
  private static final int BATCH = 1000;

  private final JdbcOperations jdbc;

  /**
   * @param lead of a company with 800 employees
   */
  ManyLeads(JdbcOperations jdbc, UUID lead, int count) {
    this.jdbc = jdbc;
    String lead800 = "\"employees\":800";
    String columns = columns("lead", "lead_id", "created_on");
    String decisions = columns("decision", "decision_id", "lead_id", "explanation");
    for (int first = 0; first < count; first += BATCH) {
      List<Object[]> leads = new ArrayList<>();
      List<Object[]> decided = new ArrayList<>();
      for (int i = first; i < Math.min(count, first + BATCH); i++) {
        UUID id = Ids.next();
        OffsetDateTime created = FROM.plus(Duration.ofSeconds(i)).atOffset(ZoneOffset.UTC);
        leads.add(new Object[] {id, created, lead});
        for (String question : List.of("SCORING", "ROUTING")) {
          decided.add(
              new Object[] {
                Ids.next(), id, lead800, "\"employees\":" + (i % 1000), lead, question
              });
        }
      }
      jdbc.batchUpdate(
          "INSERT INTO lead (lead_id, created_on, %1$s) SELECT CAST(? AS uuid), CAST(? AS timestamp with time zone), %1$s FROM lead WHERE lead_id = ?"
              .formatted(columns),
          leads);
      jdbc.batchUpdate(
          """
          INSERT INTO decision (decision_id, lead_id, explanation, %1$s)
          SELECT CAST(? AS uuid), CAST(? AS uuid), replace(explanation, ?, ?), %1$s
          FROM decision WHERE lead_id = ? AND question = ?
          """
              .formatted(decisions),
          decided);
    }
  }

  private String columns(String table, String... without) {
    return jdbc
        .queryForList(
            """
            SELECT column_name FROM information_schema.columns
            WHERE lower(table_name) = ? AND lower(table_schema) = 'public' AND is_generated = 'NEVER'
            """,
            String.class,
            table)
        .stream()
        .map(String::toLowerCase)
        .filter(column -> !List.of(without).contains(column))
        .collect(Collectors.joining(", "));
  }

  @Override
  public void close() {
    // Other tests have real leads that are older.
    jdbc.update(
        "DELETE FROM lead WHERE created_on >= ? AND created_on < ?",
        FROM.atOffset(ZoneOffset.UTC),
        UNTIL.atOffset(ZoneOffset.UTC));
  }
}
