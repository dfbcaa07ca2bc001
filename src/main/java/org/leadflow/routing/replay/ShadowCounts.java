package org.leadflow.routing.replay;

import jakarta.annotation.PreDestroy;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Counts in memory how shadows agree, and adds that to the database every few seconds. */
@Component
class ShadowCounts {

  private static final Logger log = LoggerFactory.getLogger(ShadowCounts.class);

  /** What came of one lead. */
  enum Seen {
    AGREED,
    DIFFERED,
    FAILED,
    DROPPED
  }

  private final ConcurrentHashMap<Key, Count> counted = new ConcurrentHashMap<>();
  private final JdbcOperations jdbc;
  private final TransactionOperations transaction;
  private final Clock clock;

  ShadowCounts(JdbcOperations jdbc, TransactionOperations transaction, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * @param ruleId the rule at work that decided; empty when none did
   */
  void count(String ruleSet, String version, String ruleId, Seen seen) {
    counted.merge(
        new Key(ruleSet, version, LocalDate.now(clock.withZone(ZoneOffset.UTC)), ruleId),
        new Count(
            seen == Seen.AGREED ? 1 : 0,
            seen == Seen.DIFFERED ? 1 : 0,
            seen == Seen.FAILED ? 1 : 0,
            seen == Seen.DROPPED ? 1 : 0),
        Count::plus);
  }

  /** Adds what was counted since the last time; what cannot be written is tried again. */
  @Scheduled(fixedDelayString = "${leadflow.rules.shadow.write-every:5s}")
  @PreDestroy
  void write() {
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
      transaction.executeWithoutResult(status -> rows.forEach(this::add));
    } catch (RuntimeException failed) {
      // Another node may have added the same row first; it is there the next time.
      log.debug("Agreement of shadows is written later", failed);
      rows.forEach(row -> counted.merge(row.key, row.count, Count::plus));
    }
  }

  private void add(Row row) {
    int changed =
        jdbc.update(
            """
            UPDATE rule_shadow_count
            SET agreed = agreed + ?, differed = differed + ?, failed = failed + ?, dropped = dropped + ?
            WHERE rule_set = ? AND version = ? AND count_day = ? AND rule_id = ?
            """,
            row.values());
    if (changed == 0) {
      jdbc.update(
          """
          INSERT INTO rule_shadow_count (agreed, differed, failed, dropped, rule_set, version, count_day, rule_id)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
          row.values());
    }
  }

  private record Key(String ruleSet, String version, LocalDate day, String ruleId) {

    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::ruleSet)
            .thenComparing(Key::version)
            .thenComparing(Key::day)
            .thenComparing(Key::ruleId);
  }

  private record Count(long agreed, long differed, long failed, long dropped) {

    Count plus(Count other) {
      return new Count(
          agreed + other.agreed,
          differed + other.differed,
          failed + other.failed,
          dropped + other.dropped);
    }
  }

  private record Row(Key key, Count count) {

    Object[] values() {
      return new Object[] {
        count.agreed,
        count.differed,
        count.failed,
        count.dropped,
        key.ruleSet,
        key.version,
        Date.valueOf(key.day),
        key.ruleId
      };
    }
  }
}
