package org.leadflow.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadflow.assignment.Considered.Place;
import org.leadflow.organization.Database;
import org.leadflow.organization.Node;
import org.leadflow.organization.Owner;
import org.leadflow.organization.Ownership;
import org.leadflow.organization.Team;

class PoolsTests {

  private static final Set<String> NOBODY = Set.of();

  @ParameterizedTest
  @EnumSource
  void theTurnGoesRoundAndTheRemainderRotates(Database database) {
    try (Node node = node(database.create())) {
      members(node, "sales", "a", "b", "c");

      assertThat(turns(node, "sales", 7)).containsExactly("a", "b", "c", "a", "b", "c", "a");
      assertThat(turns(node, "sales", 2)).containsExactly("b", "c");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNewMemberComesAfterEachOfTheOthersAndThenInTurn(Database database) {
    try (Node node = node(database.create())) {
      members(node, "sales", "m", "n", "o");
      turns(node, "sales", 20);

      members(node, "sales", "a", "z");

      assertThat(turns(node, "sales", 10))
          .containsExactly("o", "m", "a", "n", "z", "o", "m", "a", "n", "z");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMemberWhoLeavesGetsNothingMoreAndTheOthersKeepTheirOrder(Database database) {
    try (Node node = node(database.create())) {
      members(node, "sales", "a", "b", "c");
      turns(node, "sales", 1);

      node.changes().leave("b", "sales");

      assertThat(turns(node, "sales", 4)).containsExactly("c", "a", "c", "a");
    }
  }

  @Test
  void leavingAndComingBackGainsNoTurn() {
    try (Node node = node(Database.H2.create())) {
      members(node, "sales", "a", "b", "c");
      turns(node, "sales", 1);

      node.changes().leave("b", "sales");
      node.changes().join("b", "sales");

      assertThat(turns(node, "sales", 4)).containsExactly("c", "a", "b", "c");
    }
  }

  @Test
  void anInactiveMemberIsPassedOverAndReturnsToOneTurnNotToAFlood() {
    try (Node node = node(Database.H2.create())) {
      members(node, "sales", "a", "b", "c");
      turns(node, "sales", 3);

      node.changes().deactivate("b");
      assertThat(turns(node, "sales", 5)).containsExactly("a", "c", "a", "c", "a");

      node.changes().activate("b");
      assertThat(turns(node, "sales", 4)).containsExactly("b", "c", "a", "b");
    }
  }

  @Test
  void anExcludedMemberKeepsItsPlace() {
    try (Node node = node(Database.H2.create())) {
      members(node, "sales", "a", "b", "c");

      assertThat(winner(next(node, "sales", Set.of("a", "somebody else")))).isEqualTo("b");
      assertThat(turns(node, "sales", 3)).containsExactly("a", "c", "b");
    }
  }

  @Test
  @DisplayName("T-06 members with the same name are two members")
  void membersWithTheSameNameAreTwoMembers() {
    try (Node node = node(Database.H2.create())) {
      node.team("sales");
      node.member("a", "Kim Nguyen", "sales");
      node.member("b", "Kim Nguyen", "sales");

      assertThat(turns(node, "sales", 4)).containsExactly("a", "b", "a", "b");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPoolInWhichNobodyIsAvailableSaysWhyForEachMember(Database database) {
    try (Node node = node(database.create())) {
      members(node, "sales", "a", "b");
      node.changes().deactivate("a");
      turns(node, "sales", 1);

      var nobody = (Turn.NobodyAvailable) next(node, "sales", Set.of("b"));

      assertThat(nobody.candidates())
          .extracting(Candidate::userId, Candidate::eligible, Candidate::gate, Candidate::lastTurn)
          .containsExactly(tuple("a", false, "inactive", 0L), tuple("b", false, "excluded", 1L));
      assertThat(nobody.code()).isEqualTo(Gate.NONE_AVAILABLE);
    }
  }

  @Test
  void aTeamWithoutMembersAndATeamThatDoesNotExistHaveNobody() {
    try (Node node = node(Database.H2.create())) {
      node.team("empty");

      assertThat(((Turn.NobodyAvailable) next(node, "empty", NOBODY)).code())
          .isEqualTo(Gate.POOL_EMPTY);
      assertThat(((Turn.NobodyAvailable) next(node, "missing", NOBODY)).code())
          .isEqualTo(Gate.NO_POOL);
    }
  }

  @Test
  void theAnswerNamesEveryoneConsideredLongestWaitFirst() {
    try (Node node = node(Database.H2.create())) {
      members(node, "sales", "a", "b");
      turns(node, "sales", 1);

      var taken = (Turn.Taken) next(node, "sales", NOBODY);

      assertThat(taken.winner()).isEqualTo(new Ownership(Owner.user("b"), "root", null));
      assertThat(taken.candidates())
          .extracting(Candidate::userId, Candidate::gate, Candidate::lastTurn, Candidate::rank)
          .containsExactly(tuple("b", "passed", 0L, 1), tuple("a", "passed", 1L, 2));
      assertThat(taken.considered())
          .returns(1L, Considered::turnBefore)
          .returns(2L, Considered::turnAfter)
          .returns("waited-longest", Considered::tieBreak)
          .returns(new Place(0, 0, 0, 0), Considered::before)
          .returns(new Place(2, 1, 0, 0), Considered::after);
    }
  }

  @Test
  void trafficOfOnePoolNeverMovesAnother() {
    try (Node node = node(Database.H2.create())) {
      members(node, "quiet", "a", "b", "c");
      members(node, "busy", "a", "b", "c");
      var quiet = new ArrayList<String>();

      for (int i = 1; i <= 6; i++) {
        turns(node, "busy", i);
        quiet.addAll(turns(node, "quiet", 1));
      }

      assertThat(quiet).containsExactly("a", "b", "c", "a", "b", "c");
    }
  }

  @Test
  void aTurnThatIsRolledBackWasNone() {
    try (Node node = node(Database.H2.create())) {
      members(node, "sales", "a", "b");

      assertThatThrownBy(
              () ->
                  node.inTransaction(
                      () -> {
                        node.get(Pools.class).next("sales", Turns.without());
                        throw new IllegalStateException("after the turn");
                      }))
          .hasMessage("after the turn");

      assertThat(turns(node, "sales", 2)).containsExactly("a", "b");
    }
  }

  @Test
  void savingATeamAgainDoesNotResetItsTurn() {
    try (Node node = node(Database.H2.create())) {
      members(node, "sales", "a", "b", "c");
      turns(node, "sales", 1);

      node.changes().save(new Team("sales", "Another name", "root", null));
      node.changes().join("a", "sales");

      assertThat(turns(node, "sales", 3)).containsExactly("b", "c", "a");
    }
  }

  @Test
  @DisplayName("T-10 after a restart the turn goes on with the next member")
  void afterARestartTheTurnGoesOnWithTheNextMember(@TempDir Path folder) {
    String url = "jdbc:h2:file:" + folder.resolve("leadflow");
    try (Node before = node(url)) {
      members(before, "sales", "a", "b", "c");
      turns(before, "sales", 1);
    }
    try (Node after = node(url)) {
      assertThat(turns(after, "sales", 3)).containsExactly("b", "c", "a");
    }
  }

  /** Such as one that was written into the database by hand. */
  @Test
  void aMemberWithoutAPlaceComesFirstOnce() {
    try (Node node = node(Database.H2.create())) {
      members(node, "sales", "a", "b");
      turns(node, "sales", 4);
      node.jdbc().sql("delete from pool_member where user_id = 'b'").update();

      assertThat(turns(node, "sales", 4)).containsExactly("b", "a", "b", "a");
    }
  }

  private static Node node(String url) {
    return Turns.on(url).node;
  }

  private static void members(Node node, String team, String... ids) {
    node.team(team);
    for (String id : ids) {
      node.member(id, id, team);
    }
  }

  private static Turn next(Node node, String team, Set<String> excluded) {
    return node.inTransaction(
        () -> node.get(Pools.class).next(team, Turns.without(excluded.toArray(String[]::new))));
  }

  private static String winner(Turn turn) {
    return ((Turn.Taken) turn).userId();
  }

  private static List<String> turns(Node node, String team, int number) {
    return IntStream.range(0, number).mapToObj(i -> winner(next(node, team, NOBODY))).toList();
  }
}
