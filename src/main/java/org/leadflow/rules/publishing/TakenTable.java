package org.leadflow.rules.publishing;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which contents of the rules folder were taken. Each is taken once by whatever node finds it
 * first, so that nodes with different folders do not replace each other's rules in turns.
 */
final class TakenTable {

  private final JdbcClient jdbc;

  TakenTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The version this content became, whenever that was. */
  Optional<String> version(SetSource source) {
    return jdbc.sql("SELECT version FROM rule_set_taken WHERE rule_set = ? AND content_hash = ?")
        .params(source.ruleSet(), source.hash())
        .query(String.class)
        .optional();
  }

  /** By name of the set, the content that was taken last. */
  Map<String, String> last() {
    var last = new TreeMap<String, String>();
    jdbc.sql("SELECT rule_set, content_hash FROM rule_set_taken ORDER BY turn")
        .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .forEach(each -> last.put(each.getKey(), each.getValue()));
    return last;
  }

  /** Needs the lock of the activations. */
  void take(SetSource source, String version) {
    long turn =
        jdbc.sql("SELECT coalesce(max(turn), 0) + 1 FROM rule_set_taken WHERE rule_set = ?")
            .param(source.ruleSet())
            .query(Long.class)
            .single();
    int again =
        jdbc.sql("UPDATE rule_set_taken SET turn = ? WHERE rule_set = ? AND content_hash = ?")
            .params(turn, source.ruleSet(), source.hash())
            .update();
    if (again == 0) {
      jdbc.sql("INSERT INTO rule_set_taken VALUES (?, ?, ?, ?)")
          .params(source.ruleSet(), source.hash(), version, turn)
          .update();
    }
  }
}
