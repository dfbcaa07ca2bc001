package org.leadflow.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadflow.assignment.PoolSettings.CatchUp;
import org.leadflow.organization.Database;
import org.leadflow.organization.User;

/** What stands against a member, and what a pool answers when it stands against all. */
class GatesTests {

  private static final Instant FRIDAY_NIGHT = Instant.parse("2026-11-20T20:00:00Z");
  private static final Instant MONDAY_NINE = Instant.parse("2026-11-23T08:00:00Z");

  @ParameterizedTest
  @EnumSource
  @DisplayName("T-13 the turns of an absent member spread over all present ones")
  void theTurnsOfAnAbsentMemberSpread(Database database) {
    try (Turns turns = Turns.on(database.create()).pool("sales", "a", "b", "c", "d")) {
      turns.away("b", "2026-11-16", "2026-11-20", null);

      assertThat(turns.turns("sales", 9))
          .containsExactly("a", "c", "d", "a", "c", "d", "a", "c", "d");
      assertThat(stopOf(turns.next("sales"), "b"))
          .returns("absent", Stop::code)
          .returns(Instant.parse("2026-11-21T00:00:00Z"), Stop::until);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNamedSubstituteTakesTheTurnsAndKeepsHisOwn(Database database) {
    try (Turns turns = Turns.on(database.create()).pool("sales", "a", "b", "c")) {
      turns.away("b", "2026-11-16", "2026-11-20", "c");

      assertThat(turns.turns("sales", 6)).containsExactly("a", "c", "c", "a", "c", "c");
      var turn = (Turn.Taken) turns.next("sales", Turns.without("a"));
      assertThat(turn.considered().forUserId()).isEqualTo("b");
      // A substitute who is stopped himself takes nothing: the turns spread.
      assertThat(List.of(1, 2))
          .extracting(i -> Turns.winner(turns.next("sales", Turns.without("c"))))
          .containsExactly("a", "a");
    }
  }

  @Test
  @DisplayName("T-14 return from leave brings neither a flood nor a hole")
  void whoReturnsGoesOnWithTheCurrentTurn() {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a", "b", "c")) {
      turns.turns("sales", 3);
      turns.away("b", "2026-11-16", "2026-11-20", null);
      turns.turns("sales", 10);

      List<String> back = after(turns, 9);

      assertThat(back.stream().filter("b"::equals)).hasSize(3);
      assertThat(back.subList(0, 3)).contains("b");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Strategy.class,
      names = {"ROUND_ROBIN", "WEIGHTED"})
  @DisplayName("T-14 unless the pool says catch up")
  void whoReturnsCatchesUpIfThePoolSaysSo(Strategy strategy) {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a", "b", "c")) {
      turns.settings("sales", Given.of(strategy, Otherwise.TRIAGE, null, CatchUp.CATCH_UP));
      turns.turns("sales", 3);
      turns.away("b", "2026-11-16", "2026-11-20", null);
      turns.turns("sales", 6);

      assertThat(after(turns, 3)).containsExactly("b", "b", "b");
      assertThat(after(turns, 3)).containsExactlyInAnyOrder("a", "b", "c");
    }
  }

  @Test
  void choosingToCatchUpDoesNotCatchUpWhatWasMissedBefore() {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a", "b", "c")) {
      turns.away("b", "2026-11-16", "2026-11-20", null);
      turns.turns("sales", 10);

      turns.settings(
          "sales", Given.of(Strategy.ROUND_ROBIN, Otherwise.TRIAGE, null, CatchUp.CATCH_UP));

      assertThat(after(turns, 6).stream().filter("b"::equals)).hasSize(2);
    }
  }

  @Test
  void outsideWorkingTimeNobodyIsAvailableUntilWorkBegins() {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a", "b")) {
      turns.settings("sales", Given.of(Strategy.ROUND_ROBIN, Otherwise.WAIT, 0, CatchUp.NONE));
      turns.officeHours("a");
      turns.officeHours("b");
      turns.away("b", "2026-11-20", "2026-11-24", null);

      var nobody = (Turn.NobodyAvailable) turns.next("sales", Turns.at(FRIDAY_NIGHT));

      assertThat(nobody.earliest()).contains(MONDAY_NINE);
      assertThat(nobody.otherwise()).isEqualTo(Otherwise.WAIT);
      assertThat(stopOf(nobody, "a").sentence()).contains(MONDAY_NINE.toString());
      assertThat(Turns.winner(turns.next("sales", Turns.at(MONDAY_NINE)))).isEqualTo("a");
    }
  }

  @Test
  void withinSomeHoursIsSoonEnough() {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a")) {
      turns.officeHours("a");
      turns.settings("sales", Given.of(Strategy.ROUND_ROBIN, Otherwise.WAIT, 60, CatchUp.NONE));
      assertThat(Turns.winner(turns.next("sales", Turns.at(FRIDAY_NIGHT)))).isEqualTo("a");

      turns.settings("sales", Given.of(Strategy.ROUND_ROBIN, Otherwise.WAIT, 59, CatchUp.NONE));
      assertThat(((Turn.NobodyAvailable) turns.next("sales", Turns.at(FRIDAY_NIGHT))).earliest())
          .contains(MONDAY_NINE.minusSeconds(59 * 3600));
    }
  }

  @ParameterizedTest
  @EnumSource
  void capsEndWithTheirPeriodAndCountTheirKindOnly(Database database) {
    try (Turns turns = Turns.on(database.create()).pool("sales", "a")) {
      turns.member(
          "sales",
          "a",
          new MemberSettings(
              1,
              null,
              null,
              false,
              List.of(
                  new Cap(Cap.Period.DAY, "A", 1),
                  new Cap(Cap.Period.WEEK, null, 3),
                  new Cap(Cap.Period.MONTH, null, 100))));
      Instant tomorrow = Turns.NOON.plusSeconds(86_400);

      assertThat(turns.assign("sales", "A", Turns.NOON)).isInstanceOf(Turn.Taken.class);
      var full = (Turn.NobodyAvailable) turns.assign("sales", "A", Turns.NOON);
      assertThat(full.code()).isEqualTo(Gate.CAP_REACHED);
      assertThat(full.earliest()).contains(Instant.parse("2026-11-19T00:00:00Z"));
      assertThat(turns.assign("sales", "B", Turns.NOON)).isInstanceOf(Turn.Taken.class);
      assertThat(turns.assign("sales", "A", tomorrow)).isInstanceOf(Turn.Taken.class);
      var week = (Turn.NobodyAvailable) turns.assign("sales", "B", tomorrow);
      assertThat(stopOf(week, "a").sentence())
          .isEqualTo("The member had 3 turns of at most 3 a week.");
      assertThat(week.earliest()).contains(Instant.parse("2026-11-23T00:00:00Z"));
    }
  }

  @Test
  void capacityNamesTheNumbersAndLeavesTheLeadItselfOut() {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a")) {
      turns.capacity("sales", "a", 2);
      turns.open("a", null);
      UUID second = turns.open("a", null);

      assertThat(stopOf(turns.next("sales"), "a").sentence())
          .isEqualTo("The member has 2 of 2 open leads.");
      assertThat(turns.next("sales", Turns.asking(second))).isInstanceOf(Turn.Taken.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoTurnedALeadDownDoesNotGetItAgain(Database database) {
    try (Turns turns = Turns.on(database.create()).pool("sales", "a", "b", "c")) {
      UUID lead = turns.open(null, null);
      turns.node.get(TurnedDown.class).add(lead, "a", TurnedDown.Answer.DECLINED);
      turns.node.get(TurnedDown.class).add(lead, "b", TurnedDown.Answer.DECLINED);
      turns.node.get(TurnedDown.class).add(lead, "b", TurnedDown.Answer.LAPSED);

      Turn turn = turns.next("sales", Turns.asking(lead));

      assertThat(Turns.winner(turn)).isEqualTo("c");
      assertThat(stopOf(turn, "a").code()).isEqualTo("declined");
      assertThat(stopOf(turn, "b").code()).isEqualTo("lapsed");
      assertThat(turns.turns("sales", 2)).containsExactly("a", "b");
    }
  }

  @Test
  @DisplayName("T-05 an inactive, paused or powerless member never gets a lead")
  void theInactiveThePausedAndThoseWithoutARoleGetNothing() {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a", "b", "c", "d")) {
      turns.node.changes().deactivate("a");
      turns.member("sales", "b", new MemberSettings(1, null, null, true, List.of()));
      turns.node.changes().save(new User("c", "c", null, "root", null, Set.of(), true));

      Turn turn = turns.next("sales");

      assertThat(turns.turns("sales", 3)).containsOnly("d");
      assertThat(stopOf(turn, "a").code()).isEqualTo("inactive");
      assertThat(stopOf(turn, "b").code()).isEqualTo("paused");
      assertThat(stopOf(turn, "c").code()).isEqualTo("no-role");
    }
  }

  @Test
  void allThatStandsAgainstSomebodyIsNamed() {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a", "b")) {
      turns.member("sales", "a", new MemberSettings(1, 0, null, true, List.of()));
      turns.away("a", "2026-11-16", "2026-11-20", null);

      Candidate anna =
          turns.next("sales").candidates().stream()
              .filter(each -> each.userId().equals("a"))
              .findFirst()
              .orElseThrow();

      assertThat(anna.gate()).isEqualTo("paused");
      assertThat(anna.stops())
          .extracting(Stop::code)
          .containsExactly("paused", "absent", "no-capacity");
      assertThat(anna.stops().get(1).remedy()).isEqualTo("The absence ends or is canceled.");
    }
  }

  @Test
  void aPausedPoolGivesNoTurnAndSaysSo() {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales", "a")) {
      turns.node.get(PoolSettingsChanges.class).pause("sales", true, null);
      assertThat(((Turn.NobodyAvailable) turns.next("sales")).code()).isEqualTo(Gate.POOL_PAUSED);

      turns.node.get(PoolSettingsChanges.class).pause("sales", false, null);
      assertThat(turns.turns("sales", 1)).containsExactly("a");
    }
  }

  @Test
  void codesAreKebabCaseAndEachOnce() {
    assertThat(Gate.values())
        .extracting(Gate::code)
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"));
  }

  /** The record fits its column however big the pool is, and tells how many it does not name. */
  @Test
  void theRecordOfABigPoolIsBounded() {
    try (Turns turns = Turns.on(Database.H2.create()).pool("sales")) {
      for (int i = 0; i < 1_000; i++) {
        turns.node.member("seller-" + i, "Somebody with a rather long name " + i, "sales");
      }
      for (int i = 1; i < 1_000; i++) {
        turns.member("sales", "seller-" + i, new MemberSettings(1, 0, null, true, List.of()));
      }

      Turn turn = turns.next("sales");

      assertThat(turn.candidates()).hasSizeBetween(100, 200);
      assertThat(turn.candidates().get(0).userId()).isEqualTo(Turns.winner(turn));
      assertThat(turn.considered().unnamed())
          .isEqualTo(Map.of("paused", 1_000L - turn.candidates().size()));
      assertThat(Given.json(turn)).hasSizeLessThan(130_000);
    }
  }

  private static List<String> after(Turns turns, int number) {
    Instant monday = Instant.parse("2026-11-23T12:00:00Z");
    return java.util.stream.IntStream.range(0, number)
        .mapToObj(i -> Turns.winner(turns.next("sales", Turns.at(monday))))
        .toList();
  }

  private static Stop stopOf(Turn turn, String user) {
    return turn.candidates().stream()
        .filter(each -> each.userId().equals(user))
        .findFirst()
        .orElseThrow()
        .stops()
        .get(0);
  }
}
