package org.leadflow.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadflow.organization.Database;

/** A turn counts once, however late it came and whoever counted it. */
class LateTurnsTests {

  private final AtomicReference<Instant> now = new AtomicReference<>(RandomHistory.NOW);
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now.get();
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  @ParameterizedTest
  @EnumSource(Database.class)
  void everyTurnCountsOnce(Database database) {
    String url = database.create();
    try (var node = new Reporting(Database.migrated(url), clock, 100);
        var looksLonger = new Reporting(Database.migrated(url), clock, 100, Duration.ofHours(6))) {
      var history = new RandomHistory(node.jdbc, 5);
      history.people();
      history.leads(20);
      history.turn(RandomHistory.NOW.minus(Duration.ofHours(2)));
      count(node);
      long turns = turns(node);
      assertThat(turns).isPositive();

      // Nobody had a turn for hours, and this one's transaction was long.
      history.turn(RandomHistory.NOW.minus(Duration.ofMinutes(20)));
      later(Duration.ofMinutes(5));
      count(node);
      assertThat(turns(node)).as("looked for every quarter of an hour").isEqualTo(turns);
      later(Duration.ofMinutes(11));
      count(node);
      assertThat(turns(node)).isEqualTo(++turns);

      // What was forgotten is not looked for, and what is remembered not counted, again.
      later(Duration.ofHours(2));
      count(looksLonger);
      assertThat(turns(node)).as("looked for longer").isEqualTo(turns);
      history.turn(now.get().minus(Duration.ofMinutes(20)));
      later(Duration.ofHours(2));
      count(looksLonger);
      assertThat(turns(node)).as("came late since").isEqualTo(++turns);

      countedByAnotherVersion(node, history);
      turns++;
      later(Duration.ofMinutes(100));
      count(looksLonger);
      assertThat(turns(node)).as("counted by another version").isEqualTo(turns);
    }
  }

  /** It remembers nothing. */
  private void countedByAnotherVersion(Reporting node, RandomHistory history) {
    later(Duration.ofMinutes(2));
    history.turn(now.get().minus(Duration.ofMinutes(1)));
    node.jdbc
        .sql("INSERT INTO report_turn VALUES ('emea-sales', 'anna', ?, 1, 1)")
        .param(now.get().plusSeconds(1).atOffset(ZoneOffset.UTC))
        .update();
    node.jdbc
        .sql("UPDATE report_progress SET counted_until = ? WHERE part = 'turns'")
        .param(now.get().atOffset(ZoneOffset.UTC))
        .update();
  }

  private void later(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  private static void count(Reporting node) {
    node.the(Counting.class).count();
  }

  private static long turns(Reporting node) {
    return node.jdbc.sql("SELECT sum(turns) FROM report_turn").query(Long.class).single();
  }
}
