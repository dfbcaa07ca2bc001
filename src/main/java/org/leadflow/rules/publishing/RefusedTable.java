package org.leadflow.rules.publishing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.leadflow.rules.Finding;
import org.leadflow.rules.RuleSetVersion.Origin;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The last refused attempt of each set and origin with its findings. */
final class RefusedTable {

  private static final int KEPT = 100;
  private static final int NAME = 200;
  private static final int FILE = 400;
  private static final int CELL = 20;
  private static final int SENTENCE = 2000;

  private final JdbcClient jdbc;

  RefusedTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By name of the set, the newest first. */
  Map<String, List<RefusedAttempt>> all() {
    Map<String, List<Finding>> findings = new HashMap<>();
    jdbc.sql(
            "SELECT rule_set, origin, file, line, cell, sentence FROM rule_set_refusal_finding ORDER BY rule_set, origin, position")
        .query(
            (row, number) ->
                Map.entry(
                    row.getString("rule_set") + " " + row.getString("origin"),
                    new Finding(
                        row.getString("file"),
                        row.getInt("line"),
                        row.getString("cell"),
                        row.getString("sentence"))))
        .list()
        .forEach(
            each ->
                findings
                    .computeIfAbsent(each.getKey(), refusal -> new ArrayList<>())
                    .add(each.getValue()));
    return jdbc
        .sql(
            "SELECT rule_set, content_hash, origin, refused_on, refused_by, findings FROM rule_set_refusal ORDER BY refused_on DESC")
        .query(
            (row, number) ->
                new RefusedAttempt(
                    row.getString("rule_set"),
                    row.getString("content_hash"),
                    Origin.valueOf(row.getString("origin")),
                    row.getObject("refused_on", OffsetDateTime.class).toInstant(),
                    row.getString("refused_by"),
                    row.getInt("findings"),
                    findings.getOrDefault(
                        row.getString("rule_set") + " " + row.getString("origin"), List.of())))
        .list()
        .stream()
        .collect(Collectors.groupingBy(RefusedAttempt::ruleSet));
  }

  /** Needs the lock of the activations. Who is told the same again was told at the first time. */
  void keep(Examined examined, Origin origin, Instant on, String by) {
    String ruleSet = start(examined.source().ruleSet(), NAME);
    OffsetDateTime since =
        jdbc.sql(
                "SELECT refused_on FROM rule_set_refusal WHERE rule_set = ? AND origin = ? AND content_hash = ?")
            .params(ruleSet, origin.name(), examined.source().hash())
            .query(OffsetDateTime.class)
            .optional()
            .orElseGet(() -> on.atOffset(ZoneOffset.UTC));
    forget(ruleSet, origin);
    jdbc.sql(
            """
            INSERT INTO rule_set_refusal (rule_set, origin, content_hash, refused_on, refused_by, findings)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .params(
            ruleSet, origin.name(), examined.source().hash(), since, by, examined.findings().size())
        .update();
    List<Finding> findings = examined.findings();
    for (int i = 0; i < Math.min(KEPT, findings.size()); i++) {
      Finding finding = findings.get(i);
      jdbc.sql(
              """
              INSERT INTO rule_set_refusal_finding (rule_set, origin, position, file, line, cell, sentence)
              VALUES (?, ?, ?, ?, ?, ?, ?)
              """)
          .params(
              ruleSet,
              origin.name(),
              i,
              start(finding.file(), FILE),
              finding.line(),
              start(finding.cell(), CELL),
              start(finding.sentence(), SENTENCE))
          .update();
    }
  }

  /** Needs the lock of the activations. Whether there was one. */
  boolean forget(String ruleSet, Origin origin) {
    return jdbc.sql("DELETE FROM rule_set_refusal WHERE rule_set = ? AND origin = ?")
            .params(ruleSet, origin.name())
            .update()
        > 0;
  }

  /** Needs the lock of the activations. */
  void forget(String ruleSet) {
    jdbc.sql("DELETE FROM rule_set_refusal WHERE rule_set = ?").param(ruleSet).update();
  }

  /** What an author wrote may hold anything, a database takes no NUL. */
  private static String start(String text, int length) {
    String storable = text.replace('\0', ' ');
    if (storable.length() <= length) {
      return storable;
    }
    int end = Character.isHighSurrogate(storable.charAt(length - 2)) ? length - 2 : length - 1;
    return storable.substring(0, end) + "…";
  }
}
