package org.leadflow.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.leadflow.organization.Absence;

/** What holds for pools of any size, whoever comes, goes and is away, reckoned without database. */
class FairPoolTests {

  @Property(tries = 100)
  @Label("T-01, T-02 two members who were always there differ by at most one, whatever others do")
  void alwaysEligibleMembersDifferByAtMostOne(
      @ForAll @IntRange(min = 2, max = 12) int size, @ForAll long seed) {
    var random = new Random(seed);
    var pool = new Model(Strategy.ROUND_ROBIN, Collections.nCopies(size, 1));
    int steady = 2 + random.nextInt(size - 1);
    var away = new HashSet<String>();
    for (int arrival = 0; arrival < 120; arrival++) {
      for (int other = steady; other < size; other++) {
        if (random.nextInt(4) == 0 && !away.remove(Model.id(other))) {
          away.add(Model.id(other));
        }
      }
      String winner = pool.next(away);
      assertThat(away).doesNotContain(winner);
      List<Long> had = pool.had.subList(0, steady);
      assertThat(Collections.max(had) - Collections.min(had))
          .as("%s", pool.had)
          .isLessThanOrEqualTo(1);
    }
  }

  @Property(tries = 100)
  @Label("T-17 every beginning of the turns is within one lead of the shares, whatever the weights")
  void everyPrefixIsWithinOneLeadOfTheShares(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 1_000) Integer> weights) {
    long sum = weights.stream().mapToLong(Integer::longValue).sum();
    var pool = new Model(Strategy.WEIGHTED, weights);
    if (sum == 0) {
      assertThat(pool.next(Set.of())).isEmpty();
      return;
    }
    for (int turn = 1; turn <= 150; turn++) {
      pool.next(Set.of());
      for (int member = 0; member < weights.size(); member++) {
        assertThat((double) pool.had.get(member))
            .as("%s after %d of %s", pool.had, turn, weights)
            .isCloseTo((double) turn * weights.get(member) / sum, within(1 + 1e-6));
      }
    }
  }

  @Property(tries = 60)
  @Label("T-14 who returns brings no flood: the others never wait longer than once around")
  void whoReturnsNeitherFloodsNorStarves(
      @ForAll @IntRange(min = 2, max = 9) int size, @ForAll @IntRange(max = 60) int missed) {
    var pool = new Model(Strategy.ROUND_ROBIN, Collections.nCopies(size, 1));
    for (int turn = 0; turn < size; turn++) {
      pool.next(Set.of());
    }
    for (int turn = 0; turn < missed; turn++) {
      pool.next(Set.of(Model.id(0)));
    }
    var around = new HashSet<String>();
    for (int turn = 0; turn < size; turn++) {
      around.add(pool.next(Set.of()));
    }
    assertThat(around).hasSize(size);
  }

  @Property(tries = 60)
  void nobodyIsChosenOnlyWhenEverybodyIsStopped(
      @ForAll @Size(min = 1, max = 8) List<Boolean> present, @ForAll Strategy strategy) {
    if (strategy == Strategy.QUEUE) {
      return;
    }
    var pool = new Model(strategy, Collections.nCopies(present.size(), 1));
    var away = new HashSet<String>();
    for (int member = 0; member < present.size(); member++) {
      if (!present.get(member)) {
        away.add(Model.id(member));
      }
    }
    for (int turn = 0; turn < 20; turn++) {
      String winner = pool.next(away);
      assertThat(winner.isEmpty()).isEqualTo(away.size() == present.size());
      assertThat(away).doesNotContain(winner);
    }
  }

  @Property(tries = 60)
  void theLeastLoadedIsChosenAndNobodyBeyondHisCapacity(
      @ForAll @IntRange(min = 1, max = 8) int size,
      @ForAll @IntRange(max = 5) int capacity,
      @ForAll long seed) {
    var random = new Random(seed);
    var pool = new Model(Strategy.LEAST_LOADED, Collections.nCopies(size, 1));
    pool.capacity = capacity;
    for (int arrival = 0; arrival < 60; arrival++) {
      List<Long> before = List.copyOf(pool.open);
      String winner = pool.next(Set.of());
      if (winner.isEmpty()) {
        assertThat(before).allMatch(open -> open >= capacity);
      } else {
        assertThat(before.get(Integer.parseInt(winner))).isEqualTo(Collections.min(before));
      }
      assertThat(pool.open).allMatch(open -> open <= capacity);
      int closing = random.nextInt(size);
      pool.open.set(closing, Math.max(0, pool.open.get(closing) - random.nextInt(2)));
    }
  }

  /** A pool whose rows are kept here. */
  private static final class Model {

    private final PoolSettings settings;
    private final List<Integer> weights;
    private final Map<Integer, Member.Place> places = new HashMap<>();
    private final List<Long> had = new ArrayList<>();
    private final List<Long> open = new ArrayList<>();
    private Integer capacity;
    private long turn;

    Model(Strategy strategy, List<Integer> weights) {
      this.settings = Given.strategy(strategy);
      this.weights = weights;
      for (int member = 0; member < weights.size(); member++) {
        places.put(member, new Member.Place(0, 0, 0, 0, 0));
        had.add(0L);
        open.add(0L);
      }
    }

    static String id(int member) {
      return "%03d".formatted(member);
    }

    /** Who has the turn, empty when nobody. */
    String next(Set<String> away) {
      var pool = new Pool("team", "root", null, turn, 0, settings, members());
      Contest contest = Contest.of(pool, Turns.without(), around(away));
      if (contest.inOrder().isEmpty()) {
        return "";
      }
      Contender winner = contest.inOrder().get(0);
      turn++;
      for (Contender each : contest.contenders()) {
        boolean won = each.member().id().equals(winner.member().id());
        Member.Place before = each.member().placeOrNone();
        places.put(
            Integer.parseInt(each.member().id()),
            new Member.Place(
                won ? turn : before.lastTurn(),
                before.turns() + (won ? 1 : 0),
                each.owed() - (won ? contest.paid() : 0),
                0,
                0));
      }
      int index = Integer.parseInt(winner.member().id());
      had.set(index, had.get(index) + 1);
      open.set(index, open.get(index) + 1);
      return winner.member().id();
    }

    private List<Member> members() {
      var members = new ArrayList<Member>();
      for (int member = 0; member < weights.size(); member++) {
        members.add(
            new Member(
                id(member),
                "Somebody",
                true,
                "root",
                null,
                true,
                false,
                null,
                places.get(member),
                new MemberSettings(weights.get(member), capacity, null, false, List.of())));
      }
      return members;
    }

    private Surroundings around(Set<String> away) {
      var absent = new HashMap<String, Absence>();
      away.forEach(
          user ->
              absent.put(
                  user,
                  new Absence(
                      UUID.randomUUID(),
                      user,
                      Instant.EPOCH,
                      Turns.NOON.plusSeconds(1),
                      null,
                      null)));
      var loads = new HashMap<String, Map<String, Long>>();
      for (int member = 0; member < open.size(); member++) {
        loads.put(id(member), Map.of("", open.get(member)));
      }
      return new Surroundings(absent, Map.of(), Map.of(), loads, Map.of());
    }
  }
}
