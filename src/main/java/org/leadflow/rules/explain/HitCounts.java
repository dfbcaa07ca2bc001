package org.leadflow.rules.explain;

import jakarta.annotation.PreDestroy;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.leadflow.core.Tally;
import org.leadflow.rules.Fired;
import org.leadflow.rules.Verdict;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Counts in memory which rules fire and adds that to the database every few seconds. */
@Component
public class HitCounts {

  private static final int LONGEST_ID = 200;
  private static final Tally.Table<Key, Count> TABLE =
      new Tally.Table<>(
          """
          UPDATE rule_hit SET fired = fired + ?, won = won + ?
          WHERE rule_set = ? AND version = ? AND rule_id = ? AND hit_day = ?
          """,
          """
          INSERT INTO rule_hit (fired, won, rule_set, version, rule_id, hit_day)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
          (key, count) ->
              new Object[] {
                count.fired, count.won, key.ruleSet, key.version, key.ruleId, Date.valueOf(key.day)
              });

  private final Tally<Key, Count> tally;
  private final Clock clock;

  HitCounts(JdbcOperations jdbc, TransactionOperations transaction, Clock clock) {
    this.tally = new Tally<>(TABLE, Key.ORDER, Count::plus, jdbc, transaction);
    this.clock = clock;
  }

  /** Counts the rules that fired, and of these the ones that decided. */
  public void count(Verdict verdict) {
    LocalDate day = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    for (Fired fired : verdict.fired()) {
      if (fired.ruleId().length() <= LONGEST_ID) {
        boolean won = Reasons.decided(fired, verdict);
        tally.count(
            new Key(verdict.ruleSet(), verdict.version(), fired.ruleId(), day),
            new Count(1, won ? 1 : 0));
      }
    }
  }

  /** Adds what was counted since the last time; what cannot be written is tried again. */
  @Scheduled(fixedDelayString = "${leadflow.rules.hits.write-every:5s}")
  @PreDestroy
  public void write() {
    tally.write();
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
}
