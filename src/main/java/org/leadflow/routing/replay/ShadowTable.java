package org.leadflow.routing.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.leadflow.core.Ids;
import org.leadflow.routing.replay.Agreement.Counted;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The shadows of all nodes, and what is known of their agreement. */
@Component
class ShadowTable {

  private static final int EXAMPLES_KEPT = 200;
  private static final int LISTED = 500;
  private static final String SUMS =
      "sum(agreed) AS agreed, sum(differed) AS differed, sum(failed) AS failed, sum(dropped) AS dropped";

  private final JdbcClient jdbc;
  private final Clock clock;

  ShadowTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A version that decides beside the one at work. */
  record Entry(String ruleSet, String version, String setBy, Instant setOn) {}

  List<Entry> all() {
    return jdbc.sql("SELECT * FROM rule_shadow ORDER BY rule_set").query(ShadowTable::entry).list();
  }

  Optional<Entry> find(String ruleSet) {
    return jdbc.sql("SELECT * FROM rule_shadow WHERE rule_set = ?")
        .param(ruleSet)
        .query(ShadowTable::entry)
        .optional();
  }

  void set(String ruleSet, String version, String by) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    if (change(ruleSet, version, by, now) == 0) {
      try {
        jdbc.sql("INSERT INTO rule_shadow (rule_set, version, set_by, set_on) VALUES (?, ?, ?, ?)")
            .params(ruleSet, version, by, now)
            .update();
      } catch (DuplicateKeyException another) {
        change(ruleSet, version, by, now);
      }
    }
  }

  private int change(String ruleSet, String version, String by, OffsetDateTime now) {
    return jdbc.sql("UPDATE rule_shadow SET version = ?, set_by = ?, set_on = ? WHERE rule_set = ?")
        .params(version, by, now, ruleSet)
        .update();
  }

  boolean remove(String ruleSet) {
    return jdbc.sql("DELETE FROM rule_shadow WHERE rule_set = ?").param(ruleSet).update() > 0;
  }

  /** Keeps an example unless there are enough; one whose lead is gone is none. */
  void add(String ruleSet, String version, Agreement.Example example) {
    jdbc.sql(
            """
            INSERT INTO rule_shadow_example (example_id, rule_set, version, lead_id, decided_on, active_version,
              active_rule, active_answer, shadow_rule, shadow_answer)
            SELECT CAST(:id AS uuid), CAST(:ruleSet AS varchar(200)), CAST(:version AS varchar(64)), l.lead_id,
              CAST(:decidedOn AS timestamp with time zone), CAST(:activeVersion AS varchar(64)),
              CAST(:activeRule AS varchar(200)), CAST(:activeAnswer AS varchar(200)),
              CAST(:shadowRule AS varchar(200)), CAST(:shadowAnswer AS varchar(200))
            FROM lead l WHERE l.lead_id = :lead AND (
              SELECT count(*) FROM rule_shadow_example WHERE rule_set = :ruleSet AND version = :version) < %d
            """
                .formatted(EXAMPLES_KEPT))
        .param("id", Ids.next())
        .param("ruleSet", ruleSet)
        .param("version", version)
        .param("lead", example.leadId())
        .param("decidedOn", example.decidedOn().atOffset(ZoneOffset.UTC))
        .param("activeVersion", example.activeVersion())
        .param("activeRule", example.activeRule())
        .param("activeAnswer", example.activeAnswer())
        .param("shadowRule", example.shadowRule())
        .param("shadowAnswer", example.shadowAnswer())
        .update();
  }

  List<Agreement.Day> days(Entry shadow) {
    return jdbc.sql(
            "SELECT count_day, "
                + SUMS
                + " FROM rule_shadow_count WHERE rule_set = ? AND version = ? GROUP BY count_day ORDER BY count_day DESC")
        .params(shadow.ruleSet, shadow.version)
        .query(
            (row, number) ->
                new Agreement.Day(row.getDate("count_day").toLocalDate(), counted(row)))
        .list();
  }

  List<Agreement.RuleCount> rules(Entry shadow) {
    return jdbc.sql(
            "SELECT rule_id, "
                + SUMS
                + " FROM rule_shadow_count WHERE rule_set = ? AND version = ? GROUP BY rule_id"
                + " ORDER BY sum(differed) DESC, rule_id FETCH FIRST "
                + LISTED
                + " ROWS ONLY")
        .params(shadow.ruleSet, shadow.version)
        .query((row, number) -> new Agreement.RuleCount(row.getString("rule_id"), counted(row)))
        .list();
  }

  List<Agreement.Example> examples(Entry shadow) {
    return jdbc.sql(
            """
            SELECT * FROM rule_shadow_example WHERE rule_set = ? AND version = ?
            ORDER BY decided_on DESC, example_id
            """)
        .params(shadow.ruleSet, shadow.version)
        .query(
            (row, number) ->
                new Agreement.Example(
                    row.getObject("lead_id", UUID.class),
                    row.getObject("decided_on", OffsetDateTime.class).toInstant(),
                    row.getString("active_version"),
                    row.getString("active_rule"),
                    row.getString("active_answer"),
                    row.getString("shadow_rule"),
                    row.getString("shadow_answer")))
        .list();
  }

  private static Counted counted(ResultSet row) throws SQLException {
    return new Counted(
        row.getLong("agreed"),
        row.getLong("differed"),
        row.getLong("failed"),
        row.getLong("dropped"));
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getString("rule_set"),
        row.getString("version"),
        row.getString("set_by"),
        row.getObject("set_on", OffsetDateTime.class).toInstant());
  }
}
