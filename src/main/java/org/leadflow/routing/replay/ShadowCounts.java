package org.leadflow.routing.replay;

import jakarta.annotation.PreDestroy;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.leadflow.core.Tally;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Counts in memory how shadows agree, and adds that to the database every few seconds. */
@Component
class ShadowCounts {

  private static final Tally.Table<Key, Count> TABLE =
      new Tally.Table<>(
          """
          UPDATE rule_shadow_count
          SET agreed = agreed + ?, differed = differed + ?, failed = failed + ?, dropped = dropped + ?
          WHERE rule_set = ? AND version = ? AND count_day = ? AND rule_id = ?
          """,
          """
          INSERT INTO rule_shadow_count (agreed, differed, failed, dropped, rule_set, version, count_day, rule_id)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
          (key, count) ->
              new Object[] {
                count.agreed,
                count.differed,
                count.failed,
                count.dropped,
                key.ruleSet,
                key.version,
                Date.valueOf(key.day),
                key.ruleId
              });

  /** What came of one lead. */
  enum Seen {
    AGREED,
    DIFFERED,
    FAILED,
    DROPPED
  }

  private final Tally<Key, Count> tally;
  private final Clock clock;

  ShadowCounts(JdbcOperations jdbc, TransactionOperations transaction, Clock clock) {
    this.tally = new Tally<>(TABLE, Key.ORDER, Count::plus, jdbc, transaction);
    this.clock = clock;
  }

  /**
   * @param ruleId the rule at work that decided; empty when none did
   */
  void count(String ruleSet, String version, String ruleId, Seen seen) {
    tally.count(
        new Key(ruleSet, version, LocalDate.now(clock.withZone(ZoneOffset.UTC)), ruleId),
        new Count(
            seen == Seen.AGREED ? 1 : 0,
            seen == Seen.DIFFERED ? 1 : 0,
            seen == Seen.FAILED ? 1 : 0,
            seen == Seen.DROPPED ? 1 : 0));
  }

  /** Adds what was counted since the last time; what cannot be written is tried again. */
  @Scheduled(fixedDelayString = "${leadflow.rules.shadow.write-every:5s}")
  @PreDestroy
  void write() {
    tally.write();
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
}
