package org.leadflow.rules.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.leadflow.rules.RuleSetFile;
import org.leadflow.rules.RuleSetVersion;
import org.leadflow.rules.RuleSetVersion.Origin;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The versions of all rule sets with their files. Nothing is ever removed. */
final class VersionTable {

  private static final String SELECT =
      """
      SELECT rule_set, version, published_on, published_by, origin, author, rules
      FROM rule_set_version WHERE rule_set = ?
      """;

  private final JdbcClient jdbc;

  VersionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<RuleSetVersion> of(String ruleSet) {
    return jdbc.sql(SELECT + " ORDER BY published_on DESC, version")
        .param(ruleSet)
        .query(VersionTable::read)
        .list();
  }

  Optional<RuleSetVersion> find(String ruleSet, String version) {
    return jdbc.sql(SELECT + " AND version = ?")
        .params(ruleSet, version)
        .query(VersionTable::read)
        .optional();
  }

  /** By path; empty when there is no such version. */
  List<RuleSetFile> files(String ruleSet, String version) {
    return jdbc.sql(
            "SELECT path, content FROM rule_set_file WHERE rule_set = ? AND version = ? ORDER BY path")
        .params(ruleSet, version)
        .query((row, number) -> new RuleSetFile(row.getString("path"), row.getBytes("content")))
        .list();
  }

  /**
   * Keeps the version. One that is kept already has the same rules; its cases may have changed and
   * are renewed.
   */
  void keep(RuleSetVersion version, List<RuleSetFile> files) {
    if (find(version.ruleSet(), version.version()).isEmpty()) {
      jdbc.sql("INSERT INTO rule_set_version VALUES (?, ?, ?, ?, ?, ?, ?)")
          .params(
              version.ruleSet(),
              version.version(),
              version.publishedOn().atOffset(ZoneOffset.UTC),
              version.publishedBy(),
              version.origin().name(),
              version.author(),
              version.rules())
          .update();
    } else {
      jdbc.sql("DELETE FROM rule_set_file WHERE rule_set = ? AND version = ?")
          .params(version.ruleSet(), version.version())
          .update();
    }
    for (RuleSetFile file : files) {
      jdbc.sql("INSERT INTO rule_set_file (rule_set, version, path, content) VALUES (?, ?, ?, ?)")
          .params(version.ruleSet(), version.version(), file.path(), file.content())
          .update();
    }
  }

  private static RuleSetVersion read(ResultSet row, int number) throws SQLException {
    return new RuleSetVersion(
        row.getString("rule_set"),
        row.getString("version"),
        row.getObject("published_on", OffsetDateTime.class).toInstant(),
        row.getString("published_by"),
        Origin.valueOf(row.getString("origin")),
        row.getString("author"),
        row.getInt("rules"));
  }
}
