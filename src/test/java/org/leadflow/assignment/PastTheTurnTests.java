package org.leadflow.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadflow.organization.Database;
import org.springframework.dao.OptimisticLockingFailureException;

/** What counts as a turn without being one, what is given back, and what no setting moves. */
class PastTheTurnTests {

  @ParameterizedTest
  @EnumSource
  @DisplayName("T-16 manual and owner-matched leads count or not, exactly as the pool says")
  void manualAndStickyCountAsThePoolSays(Database database) {
    try (Turns turns = Turns.on(database.create()).pool("sales", "a", "b", "c")) {
      assertThat(count(turns, "a", Way.MANUAL)).isFalse();
      turns.settings("sales", Given.counting(Strategy.ROUND_ROBIN, true, false));
      assertThat(count(turns, "a", Way.STICKY)).isFalse();
      assertThat(turns.turns("sales", 3)).containsExactly("a", "b", "c");

      assertThat(count(turns, "a", Way.MANUAL)).isTrue();
      assertThat(turns.turns("sales", 3)).containsExactly("b", "c", "a");

      turns.settings("sales", Given.counting(Strategy.ROUND_ROBIN, false, true));
      assertThat(count(turns, "b", Way.STICKY)).isTrue();
      assertThat(turns.turns("sales", 2)).containsExactly("c", "a");
      assertThat(count(turns, "nobody", Way.STICKY)).isFalse();
    }
  }

  @Test
  void aManualLeadCountsInTheWeightsToo() {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a", "b")) {
      turns.settings("sales", Given.counting(Strategy.WEIGHTED, true, true));
      turns.weight("sales", "a", 2);

      count(turns, "a", Way.MANUAL);
      count(turns, "a", Way.MANUAL);

      assertThat(turns.turns("sales", 4)).containsExactly("b", "a", "a", "b");
    }
  }

  @Test
  void aManualLeadCountsInEveryPoolThatCountsThem() {
    try (Turns turns =
        Turns.on(Database.H2.create())
            .pool("one", "a", "b")
            .pool("two", "a", "b")
            .pool("three", "a", "b")) {
      turns.settings("one", Given.counting(Strategy.ROUND_ROBIN, true, false));
      turns.settings("three", Given.counting(Strategy.ROUND_ROBIN, true, false));

      turns.node.inTransaction(
          () -> {
            turns.node.get(Pools.class).count("a", Way.MANUAL);
            return null;
          });

      assertThat(turns.turns("one", 1)).containsExactly("b");
      assertThat(turns.turns("two", 1)).containsExactly("a");
      assertThat(turns.turns("three", 1)).containsExactly("b");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Strategy.class,
      names = {"ROUND_ROBIN", "WEIGHTED"})
  void aTurnForALeadThatWasNoneIsGivenBackOnce(Strategy strategy) {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a", "b", "c")) {
      turns.strategy("sales", strategy);
      UUID lead = turns.open("a", null);
      assertThat(turns.turns("sales", 3)).containsExactly("a", "b", "c");

      assertThat(credit(turns, "b", lead)).isTrue();
      assertThat(credit(turns, "b", lead)).isFalse();

      List<String> next = turns.turns("sales", 4);
      assertThat(next).containsOnlyOnce("a", "c");
      assertThat(next.stream().filter("b"::equals)).hasSize(2);
      assertThat(turns.turns("sales", 3)).containsExactlyInAnyOrder("a", "b", "c");
    }
  }

  @Test
  void aPoolThatGivesNothingBackGivesNothingBack() {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a", "b")) {
      turns.settings("sales", Given.fitting(List.of(), List.of()));

      assertThat(credit(turns, "a", turns.open("a", null))).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("T-12 saving a pool's settings does not reset its turn")
  void savingSettingsMovesNobodysTurn(Database database) {
    try (Turns turns = Turns.on(database.create()).pool("sales", "a", "b", "c")) {
      turns.turns("sales", 4);

      for (Strategy strategy : Strategy.values()) {
        turns.strategy("sales", strategy);
      }
      turns.settings("sales", PoolSettings.DEFAULT);
      turns.weight("sales", "a", 7);
      turns.member("sales", "a", MemberSettings.DEFAULT);
      turns.node.get(PoolSettingsChanges.class).pause("sales", true, null);
      turns.node.get(PoolSettingsChanges.class).pause("sales", false, null);

      assertThat(turns.turns("sales", 3)).containsExactly("b", "c", "a");
    }
  }

  @Test
  void savingWeightsDoesNotForgetWhoIsBehind() {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a", "b")) {
      turns.strategy("sales", Strategy.WEIGHTED);
      turns.weight("sales", "a", 3);
      assertThat(turns.turns("sales", 3)).containsExactly("a", "a", "b");

      turns.strategy("sales", Strategy.WEIGHTED);
      turns.weight("sales", "a", 3);

      assertThat(turns.turns("sales", 5)).containsExactly("a", "a", "a", "b", "a");
    }
  }

  @Test
  void settingsOnceSeenAndChangedSinceAreNotOverwritten() {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a")) {
      var changes = turns.node.get(PoolSettingsChanges.class);
      changes.save("sales", PoolSettings.DEFAULT, 0L);

      assertThatThrownBy(() -> changes.save("sales", PoolSettings.DEFAULT, 0L))
          .isInstanceOf(OptimisticLockingFailureException.class);
    }
  }

  @Test
  void everySettingComesBackAsItWasSaved() {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a").pool("next")) {
      var pool =
          new PoolSettings(
              Strategy.BEST_FIT,
              true,
              Otherwise.nextPool("next"),
              4,
              PoolSettings.CatchUp.CATCH_UP,
              true,
              true,
              PoolSettings.Credit.NONE,
              java.time.ZoneId.of("Europe/Vienna"),
              List.of("language", "product"),
              List.of("region"),
              java.util.Map.of("A", 3, "B", 0));
      var member =
          new MemberSettings(
              9,
              8,
              7,
              true,
              List.of(new Cap(Cap.Period.WEEK, "A", 6), new Cap(Cap.Period.MONTH, null, 5)));
      turns.settings("sales", pool).member("sales", "a", member);
      var records = turns.node.get(PoolSettingsRecords.class);

      assertThat(records.pool("sales").orElseThrow().settings()).isEqualTo(pool);
      assertThat(records.members("sales").get(0).settings()).isEqualTo(member);
    }
  }

  private static boolean count(Turns turns, String user, Way way) {
    return turns.node.inTransaction(() -> turns.node.get(Pools.class).count("sales", user, way));
  }

  private static boolean credit(Turns turns, String user, UUID lead) {
    return turns.node.inTransaction(() -> turns.node.get(Pools.class).credit("sales", user, lead));
  }
}
