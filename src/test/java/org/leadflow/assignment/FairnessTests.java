package org.leadflow.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadflow.assignment.FairnessReport.Because;
import org.leadflow.assignment.FairnessReport.Share;
import org.leadflow.organization.Database;

/** Shares against targets, with what made the difference. */
class FairnessTests {

  private static final Instant BEGIN = Turns.NOON.minusSeconds(3600);
  private static final Instant END = Turns.NOON.plusSeconds(3600);

  @ParameterizedTest
  @EnumSource
  void differencesAreToldWithTheirReasons(Database database) {
    try (Turns turns = Turns.on(database.create()).pool("sales", "a", "b", "c")) {
      turns.settings("sales", Given.counting(Strategy.ROUND_ROBIN, true, false));
      turns.away("c", "2026-11-16", "2026-11-20", null);
      assign(turns, 4);
      turns.node.inTransaction(() -> turns.node.get(Pools.class).count("sales", "a", Way.MANUAL));
      turns.pool("sales", "d");
      assign(turns, 2);

      FairnessReport report = turns.node.get(Fairness.class).of("sales", BEGIN, END);

      assertThat(report.turns()).isEqualTo(6);
      assertThat(report.complete()).isTrue();
      assertThat(report.shares())
          .extracting(Share::userId, Share::turns, Share::target, Share::difference)
          .containsExactly(
              tuple("a", 3L, 1.833, 1.167),
              tuple("b", 3L, 1.833, 1.167),
              tuple("c", 0L, 1.833, -1.833),
              tuple("d", 0L, 0.5, -0.5));
      assertThat(reasons(report, "a")).containsExactly(tuple("manual", 1L));
      assertThat(reasons(report, "c")).containsExactly(tuple("absent", 6L));
      assertThat(reasons(report, "d")).containsExactly(tuple("no-member-yet", 4L));
    }
  }

  @Test
  void targetsFollowTheWeights() {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a", "b")) {
      turns.strategy("sales", Strategy.WEIGHTED).weight("sales", "a", 3);
      assign(turns, 8);

      assertThat(turns.node.get(Fairness.class).of("sales", BEGIN, END).shares())
          .extracting(Share::turns, Share::target, Share::difference)
          .containsExactly(tuple(6L, 6.0, 0.0), tuple(2L, 2.0, 0.0));
    }
  }

  @Test
  void theTurnsOfASubstituteAreTold() {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a", "b")) {
      turns.away("b", "2026-11-16", "2026-11-20", "a");
      assign(turns, 4);

      FairnessReport report = turns.node.get(Fairness.class).of("sales", BEGIN, END);

      assertThat(reasons(report, "a")).containsExactly(tuple("stood-in", 2L));
      assertThat(reasons(report, "b")).containsExactly(tuple("substituted", 2L));
    }
  }

  @Test
  void onlyTheWindowCounts() {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a")) {
      turns.assign("sales", null, BEGIN.minusMillis(1));
      turns.assign("sales", null, BEGIN);
      turns.assign("sales", null, END);

      assertThat(turns.node.get(Fairness.class).of("sales", BEGIN, END).turns()).isEqualTo(1);
      assertThat(turns.node.get(Fairness.class).of("none", BEGIN, END).shares()).isEmpty();
    }
  }

  private static void assign(Turns turns, int number) {
    for (int i = 0; i < number; i++) {
      turns.assign("sales");
    }
  }

  private static List<org.assertj.core.groups.Tuple> reasons(FairnessReport report, String user) {
    return report.shares().stream()
        .filter(share -> share.userId().equals(user))
        .flatMap(share -> share.reasons().stream())
        .map((Because because) -> tuple(because.code(), because.times()))
        .toList();
  }
}
