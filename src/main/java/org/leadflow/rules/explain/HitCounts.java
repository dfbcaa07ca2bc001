package org.leadflow.rules.explain;

import jakarta.annotation.PreDestroy;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.leadflow.rules.Fired;
import org.leadflow.rules.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts in memory which rules fire and adds that to the database every few seconds and at stop. A
 * node that is killed loses the last seconds of its counting, nothing else.
 */
@Component
public class HitCounts {

  private static final Logger log = LoggerFactory.getLogger(HitCounts.class);
  private static final int LONGEST_ID = 200;

  private final ConcurrentHashMap<Key, Count> counted = new ConcurrentHashMap<>();
  private final JdbcOperations jdbc;
  private final TransactionOperations transaction;
  private final Clock clock;

  HitCounts(JdbcOperations jdbc, TransactionOperations transaction, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Counts the rules that fired, and of these the ones that decided. */
  public void count(Verdict verdict) {
    LocalDate day = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    for (Fired fired : verdict.fired()) {
      if (fired.ruleId().length() <= LONGEST_ID) {
        boolean won = Reasons.decided(fired, verdict);
        counted.merge(
            new Key(verdict.ruleSet(), verdict.version(), fired.ruleId(), day),
            new Count(1, won ? 1 : 0),
            Count::plus);
      }
    }
  }

  /** Adds what was counted since the last time; what cannot be written is tried again. */
  @Scheduled(fixedDelayString = "${leadflow.rules.hits.write-every:5s}")
  @PreDestroy
  public void write() {
    List<Row> rows = new ArrayList<>();
    counted.keySet().stream()
        // On every node in the same order, so that two never wait for each other.
        .sorted(Key.ORDER)
        .forEach(
            key -> {
              Count count = counted.remove(key);
              if (count != null) {
                rows.add(new Row(key, count));
              }
            });
    if (rows.isEmpty()) {
      return;
    }
    try {
      transaction.executeWithoutResult(status -> add(rows));
    } catch (RuntimeException failed) {
      // Another node may have added the same row first; it is there the next time.
      log.debug("Hits of rules are written later", failed);
      rows.forEach(row -> counted.merge(row.key, row.count, Count::plus));
    }
  }

  private void add(List<Row> rows) {
    int[] changed =
        jdbc.batchUpdate(
            """
            UPDATE rule_hit SET fired = fired + ?, won = won + ?
            WHERE rule_set = ? AND version = ? AND rule_id = ? AND hit_day = ?
            """,
            rows.stream().map(Row::values).toList());
    List<Object[]> added = new ArrayList<>();
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] == 0) {
        added.add(rows.get(i).values());
      }
    }
    if (!added.isEmpty()) {
      jdbc.batchUpdate(
          """
          INSERT INTO rule_hit (fired, won, rule_set, version, rule_id, hit_day)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
          added);
    }
  }

  private record Key(String ruleSet, String version, String ruleId, LocalDate day) {

    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::ruleSet)
            .thenComparing(Key::version)
            .thenComparing(Key::ruleId)
            .thenComparing(Key::day);
  }

  private record Count(long fired, long won) {

    Count plus(Count other) {
      return new Count(fired + other.fired, won + other.won);
    }
  }

  private record Row(Key key, Count count) {

    Object[] values() {
      return new Object[] {
        count.fired, count.won, key.ruleSet, key.version, key.ruleId, Date.valueOf(key.day)
      };
    }
  }
}
