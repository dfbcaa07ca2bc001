package org.leadflow.rules.publishing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.leadflow.rules.Finding;
import org.leadflow.rules.RuleSetVersion.Origin;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The last refused attempt of each set with its findings. */
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

  /** By name of the set. */
  Map<String, RefusedAttempt> all() {
    Map<String, List<Finding>> findings = new TreeMap<>();
    jdbc.sql(
            "SELECT rule_set, file, line, cell, sentence FROM rule_set_refused_finding ORDER BY rule_set, position")
        .query(
            (row, number) ->
                Map.entry(
                    row.getString("rule_set"),
                    new Finding(
                        row.getString("file"),
                        row.getInt("line"),
                        row.getString("cell"),
                        row.getString("sentence"))))
        .list()
        .forEach(
            each ->
                findings
                    .computeIfAbsent(each.getKey(), set -> new ArrayList<>())
                    .add(each.getValue()));
    var all = new TreeMap<String, RefusedAttempt>();
    jdbc.sql(
            "SELECT rule_set, content_hash, origin, refused_on, refused_by, findings FROM rule_set_refused")
        .query(
            (row, number) ->
                new RefusedAttempt(
                    row.getString("rule_set"),
                    row.getString("content_hash"),
                    Origin.valueOf(row.getString("origin")),
                    row.getObject("refused_on", OffsetDateTime.class).toInstant(),
                    row.getString("refused_by"),
                    row.getInt("findings"),
                    findings.getOrDefault(row.getString("rule_set"), List.of())))
        .list()
        .forEach(each -> all.put(each.ruleSet(), each));
    return all;
  }

  /** Needs the lock of the activations. */
  void keep(Examined examined, Origin origin, Instant on, String by) {
    String ruleSet = start(examined.source().ruleSet(), NAME);
    forget(ruleSet);
    jdbc.sql("INSERT INTO rule_set_refused VALUES (?, ?, ?, ?, ?, ?)")
        .params(
            ruleSet,
            examined.source().hash(),
            origin.name(),
            on.atOffset(ZoneOffset.UTC),
            by,
            examined.findings().size())
        .update();
    List<Finding> findings = examined.findings();
    for (int i = 0; i < Math.min(KEPT, findings.size()); i++) {
      Finding finding = findings.get(i);
      jdbc.sql("INSERT INTO rule_set_refused_finding VALUES (?, ?, ?, ?, ?, ?)")
          .params(
              ruleSet,
              i,
              start(finding.file(), FILE),
              finding.line(),
              start(finding.cell(), CELL),
              start(finding.sentence(), SENTENCE))
          .update();
    }
  }

  /** Needs the lock of the activations. */
  void forget(String ruleSet, Origin origin) {
    jdbc.sql("DELETE FROM rule_set_refused WHERE rule_set = ? AND origin = ?")
        .params(ruleSet, origin.name())
        .update();
  }

  /** Needs the lock of the activations. */
  void forget(String ruleSet) {
    jdbc.sql("DELETE FROM rule_set_refused WHERE rule_set = ?").param(ruleSet).update();
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
