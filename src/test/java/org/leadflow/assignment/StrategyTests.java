package org.leadflow.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadflow.organization.Database;

/** How each strategy chooses, on real databases. */
class StrategyTests {

  @ParameterizedTest
  @EnumSource
  @DisplayName("T-17 weights 50/30/20 stay within one lead of their shares at any of 1,000 leads")
  void weightsStayWithinOneLeadOfTheirSharesAndDoNotRestartAtAMonthsEnd(Database database) {
    try (Turns turns = Turns.on(database.create()).pool("sales", "a", "b", "c")) {
      turns.strategy("sales", Strategy.WEIGHTED);
      Map<String, Integer> weights = Map.of("a", 50, "b", 30, "c", 20);
      weights.forEach((user, weight) -> turns.weight("sales", user, weight));
      Map<String, Integer> had = new HashMap<>();

      for (int turn = 1; turn <= 1_000; turn++) {
        // An hour each, so that the thousand leads pass the end of November.
        Instant now = Turns.NOON.plusSeconds(3600L * turn);
        had.merge(Turns.winner(turns.next("sales", Turns.at(now))), 1, Integer::sum);
        for (String user : weights.keySet()) {
          assertThat((double) had.getOrDefault(user, 0))
              .as("%s after %d turns", user, turn)
              .isCloseTo(turn * weights.get(user) / 100.0, within(1.0));
        }
      }
      assertThat(had).isEqualTo(Map.of("a", 500, "b", 300, "c", 200));
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("T-03 least loaded chooses a member without any lead first, T-19 ties go round")
  void leastLoadedChoosesWhoHasNothingFirstAndTiesGoRound(Database database) {
    try (Turns turns = Turns.on(database.create()).pool("sales", "a", "b", "c")) {
      turns.strategy("sales", Strategy.LEAST_LOADED);
      turns.open("a", null);
      turns.open("b", null);

      assertThat(Turns.winner(turns.assign("sales"))).isEqualTo("c");
      // All have one now: the turn goes round, not always to the first id.
      List<String> next = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        next.add(Turns.winner(turns.assign("sales")));
      }
      assertThat(next).containsExactly("a", "b", "c", "a", "b", "c");
    }
  }

  @Test
  @DisplayName("T-04 closed leads are no load")
  void closedLeadsAreNoLoad() {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a", "b")) {
      turns.strategy("sales", Strategy.LEAST_LOADED);
      UUID closed = turns.open("a", null);
      turns.open("a", null);
      turns.open("b", null);
      turns.close(closed);
      turns.next("sales");

      assertThat(((Turn.Taken) turns.next("sales")).candidates())
          .allSatisfy(each -> assertThat(each.numbers().load()).isEqualTo(1));
    }
  }

  @Test
  @DisplayName("T-20 an offered but not yet accepted lead counts when the next turn is chosen")
  void anOfferedLeadCounts() {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a", "b")) {
      turns.strategy("sales", Strategy.LEAST_LOADED);

      // Whom a lead is offered owns it; nobody accepted any of these.
      assertThat(List.of(turns.assign("sales"), turns.assign("sales"), turns.assign("sales")))
          .extracting(Turns::winner)
          .containsExactly("a", "b", "a");
    }
  }

  @Test
  void openLeadsWeighByTheirKind() {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a", "b")) {
      turns.settings("sales", Given.weighing(Map.of("A", 3)));
      turns.open("a", "A");
      turns.open("b", "C");
      turns.open("b", null);

      var taken = (Turn.Taken) turns.next("sales");

      assertThat(taken.userId()).isEqualTo("b");
      assertThat(taken.considered().tieBreak()).isEqualTo("least-loaded");
      assertThat(taken.candidates())
          .extracting(each -> each.numbers().load())
          .containsExactly(2L, 3L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void bestFitRequiresPrefersAndThenGoesRound(Database database) {
    try (Turns turns = Turns.on(database.create()).pool("sales", "a", "b", "c", "d")) {
      turns.settings("sales", Given.fitting(List.of("language"), List.of("product", "region")));
      turns.skill("a", "language", "en");
      for (String user : List.of("b", "c", "d")) {
        turns.skill(user, "language", "DE");
        turns.skill(user, "product", "crm");
      }
      turns.skill("a", "product", "crm");
      turns.skill("d", "region", "AT");

      assertThat(fit(turns, Map.of("language", "de", "product", "crm"), 3))
          .containsExactly("b", "c", "d");
      assertThat(fit(turns, Map.of("language", "de", "product", "crm", "region", "at"), 2))
          .containsExactly("d", "d");
      // Without a language nobody is stopped by it.
      assertThat(fit(turns, Map.of("product", "crm"), 1)).containsExactly("a");
      var nobody = (Turn.NobodyAvailable) turns.next("sales", needing(Map.of("language", "fr")));
      assertThat(nobody.code()).isEqualTo(Gate.SKILL_MISSING);
      assertThat(nobody.candidates().get(0).stops().get(0).sentence()).contains("language fr");
    }
  }

  @Test
  void fixedOrderFlowsOverToTheNextOnlyWhenTheFirstIsFull() {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a", "b", "c")) {
      turns.strategy("sales", Strategy.FIXED_ORDER);
      turns.member("sales", "c", new MemberSettings(1, 2, 1, false, List.of()));
      turns.member("sales", "b", new MemberSettings(1, 1, 2, false, List.of()));

      assertThat(List.of(1, 2, 3, 4, 5))
          .extracting(i -> Turns.winner(turns.assign("sales")))
          .containsExactly("c", "c", "b", "a", "a");
    }
  }

  @Test
  void aQueueChoosesNobodyAndTheTeamOwnsTheLead() {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a", "b")) {
      turns.strategy("sales", Strategy.QUEUE);

      assertThat(turns.next("sales"))
          .isInstanceOfSatisfying(
              Turn.Queue.class, queue -> assertThat(queue.owner().owner().id()).isEqualTo("sales"));
    }
  }

  @Test
  @DisplayName("T-18 all weights zero, all capacities zero, all caps zero: the configured outcome")
  void allNumbersZeroGiveTheConfiguredOutcome() {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a", "b").pool("next")) {
      turns.settings(
          "sales",
          Given.of(Strategy.WEIGHTED, Otherwise.nextPool("next"), null, PoolSettings.CatchUp.NONE));
      List.of("a", "b").forEach(user -> turns.weight("sales", user, 0));
      assertNobody(turns, Gate.NO_WEIGHT);

      turns.settings(
          "sales",
          Given.of(
              Strategy.ROUND_ROBIN, Otherwise.nextPool("next"), null, PoolSettings.CatchUp.NONE));
      List.of("a", "b").forEach(user -> turns.capacity("sales", user, 0));
      assertNobody(turns, Gate.NO_CAPACITY);

      var none = new Cap(Cap.Period.DAY, null, 0);
      List.of("a", "b")
          .forEach(
              user ->
                  turns.member(
                      "sales", user, new MemberSettings(0, null, null, false, List.of(none))));
      assertNobody(turns, Gate.CAP_REACHED);
    }
  }

  private static void assertNobody(Turns turns, Gate gate) {
    var nobody = (Turn.NobodyAvailable) turns.next("sales");
    assertThat(nobody.code()).isEqualTo(gate);
    assertThat(nobody.otherwise()).isEqualTo(Otherwise.nextPool("next"));
    assertThat(nobody.earliest()).isEmpty();
  }

  private static List<String> fit(Turns turns, Map<String, String> needs, int number) {
    var winners = new ArrayList<String>();
    for (int i = 0; i < number; i++) {
      winners.add(Turns.winner(turns.next("sales", needing(needs))));
    }
    return winners;
  }

  private static Asking needing(Map<String, String> needs) {
    return new Asking(UUID.randomUUID(), Turns.NOON, Set.of(), "", needs);
  }
}
