package org.leadflow.rules.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.RuleSetVersion.Origin;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which version is active, since when, by whom, and all changes before. */
final class ActivationTable {

  private static final String ACTIVE =
      "SELECT rule_set, version, origin, since, activated_by, sequence FROM rule_set_active";

  private final JdbcClient jdbc;

  ActivationTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the end of the transaction no other node publishes. */
  void lock() {
    jdbc.sql("SELECT id FROM rule_publishing_lock WHERE id = 1 FOR UPDATE")
        .query(Integer.class)
        .single();
  }

  /** By name of the set, retired ones too. */
  Map<String, ActiveVersion> active() {
    var active = new TreeMap<String, ActiveVersion>();
    jdbc.sql(ACTIVE)
        .query(ActivationTable::read)
        .list()
        .forEach(each -> active.put(each.ruleSet(), each));
    return active;
  }

  Optional<ActiveVersion> active(String ruleSet) {
    return jdbc.sql(ACTIVE + " WHERE rule_set = ?")
        .param(ruleSet)
        .query(ActivationTable::read)
        .optional();
  }

  /** The newest first. */
  List<Activation> changes(String ruleSet) {
    return jdbc.sql(
            """
            SELECT sequence, from_version, to_version, origin, activated_on, activated_by, reason
            FROM rule_set_activation WHERE rule_set = ? ORDER BY sequence DESC
            """)
        .param(ruleSet)
        .query(
            (row, number) ->
                new Activation(
                    row.getLong("sequence"),
                    row.getString("from_version"),
                    row.getString("to_version"),
                    Origin.valueOf(row.getString("origin")),
                    row.getObject("activated_on", OffsetDateTime.class).toInstant(),
                    row.getString("activated_by"),
                    row.getString("reason")))
        .list();
  }

  /** Needs the {@link #lock()}. */
  void change(
      String ruleSet,
      @Nullable String version,
      Origin origin,
      Instant on,
      String by,
      @Nullable String reason) {
    Optional<ActiveVersion> before = active(ruleSet);
    long sequence = before.map(ActiveVersion::sequence).orElse(0L) + 1;
    OffsetDateTime since = on.atOffset(ZoneOffset.UTC);
    if (before.isPresent()) {
      jdbc.sql(
              """
              UPDATE rule_set_active SET version = ?, origin = ?, since = ?, activated_by = ?, sequence = ?
              WHERE rule_set = ?
              """)
          .params(version, origin.name(), since, by, sequence, ruleSet)
          .update();
    } else {
      jdbc.sql(
              """
              INSERT INTO rule_set_active (version, origin, since, activated_by, sequence, rule_set)
              VALUES (?, ?, ?, ?, ?, ?)
              """)
          .params(version, origin.name(), since, by, sequence, ruleSet)
          .update();
    }
    jdbc.sql("INSERT INTO rule_set_activation VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            ruleSet,
            sequence,
            before.map(ActiveVersion::version).orElse(null),
            version,
            origin.name(),
            since,
            by,
            reason)
        .update();
  }

  private static ActiveVersion read(ResultSet row, int number) throws SQLException {
    return new ActiveVersion(
        row.getString("rule_set"),
        row.getString("version"),
        Origin.valueOf(row.getString("origin")),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getString("activated_by"),
        row.getLong("sequence"));
  }
}
