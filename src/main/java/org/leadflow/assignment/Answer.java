package org.leadflow.assignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leadflow.assignment.Candidate.Numbers;
import org.leadflow.assignment.Considered.Place;

/** A contest as the room answers it, with everybody who was considered. */
record Answer(Contest contest) {

  /** About so many characters of candidates are kept with a decision, whatever the pool's size. */
  private static final int ROOM = 120_000;

  private static final int MOST = 200;

  Turn queue() {
    return new Turn.Queue(contest.pool().ownership(), List.of(), considered(null, 0));
  }

  Turn nobody() {
    Pool pool = contest.pool();
    Gate reason = pool.settings().paused() ? Gate.POOL_PAUSED : contest.reason();
    Optional<java.time.Instant> earliest =
        pool.settings().paused() ? Optional.empty() : contest.earliest();
    List<Contender> all = contenders();
    return new Turn.NobodyAvailable(
        named(all),
        considered(null, all.size()),
        reason,
        reason.sentence(),
        earliest,
        pool.settings().otherwise());
  }

  Turn taken(Contender winner, boolean credit, long paid) {
    List<Contender> all = contenders();
    return new Turn.Taken(
        winner.receiver().ownership(),
        named(all),
        considered(new Win(winner, credit, paid), all.size()));
  }

  static Turn noPool(String teamId) {
    return new Turn.NobodyAvailable(
        List.of(),
        new Considered(teamId, null, 0, 0, 0, null, null, null, null, Map.of()),
        Gate.NO_POOL,
        Gate.NO_POOL.sentence(),
        Optional.empty(),
        Otherwise.TRIAGE);
  }

  /** Those who may have the turn in their order, then the others. */
  private List<Contender> contenders() {
    var all = new ArrayList<>(contest.inOrder());
    contest.contenders().stream()
        .filter(each -> !each.eligible())
        .sorted(
            Comparator.<Contender>comparingLong(each -> each.member().placeOrNone().lastTurn())
                .thenComparing(each -> each.member().id()))
        .forEach(all::add);
    return all;
  }

  private List<Candidate> named(List<Contender> all) {
    var named = new ArrayList<Candidate>();
    int left = ROOM;
    for (Contender each : all) {
      left -= length(each);
      if (left < 0 || named.size() == MOST) {
        break;
      }
      named.add(candidate(each, named.size() + 1));
    }
    return List.copyOf(named);
  }

  private static int length(Contender each) {
    return 400
        + each.member().name().length()
        + each.stops().stream().mapToInt(stop -> 100 + stop.sentence().length()).sum();
  }

  private Map<String, Long> unnamed(int size) {
    var unnamed = new TreeMap<String, Long>();
    List<Contender> all = contenders();
    all.subList(named(all).size(), size).forEach(each -> unnamed.merge(gate(each), 1L, Long::sum));
    return unnamed;
  }

  private Candidate candidate(Contender each, int rank) {
    return new Candidate(
        each.member().id(),
        each.member().name(),
        each.eligible(),
        gate(each),
        each.member().placeOrNone().lastTurn(),
        each.stops(),
        each.eligible() ? rank : null,
        numbers(each));
  }

  private Numbers numbers(Contender each) {
    Pool pool = contest.pool();
    boolean weighted = pool.settings().strategy() == Strategy.WEIGHTED;
    Member.Place place = each.member().placeOrNone();
    return new Numbers(
        place.turns(),
        weighted ? (long) each.member().settings().weight() : null,
        weighted ? Shares.leads(place.owed()) : null,
        place.credits() == 0 ? null : place.credits(),
        pool.regardsLoad() ? each.openLeads() : null,
        pool.settings().strategy() == Strategy.LEAST_LOADED ? each.load() : null,
        each.member().settings().capacity(),
        each.matching(),
        each.substitute() == null ? null : each.substitute().id());
  }

  private static String gate(Contender each) {
    return each.stops().isEmpty()
        ? Gate.PASSED.code()
        : each.eligible() ? Gate.SUBSTITUTED.code() : each.stops().get(0).code();
  }

  private Considered considered(@Nullable Win win, int size) {
    Pool pool = contest.pool();
    return new Considered(
        pool.teamId(),
        pool.settings().strategy(),
        pool.version(),
        pool.turn(),
        win == null ? pool.turn() : pool.turn() + 1,
        win == null ? null : contest.ranking().tieBreak(contest.inOrder()),
        win == null || win.winner.substitute() == null ? null : win.winner.member().id(),
        win == null ? null : place(win.winner.member().placeOrNone()),
        win == null ? null : win.after(pool.turn() + 1),
        size <= named(contenders()).size() ? Map.of() : unnamed(size));
  }

  private static Place place(Member.Place place) {
    return new Place(place.lastTurn(), place.turns(), Shares.leads(place.owed()), place.credits());
  }

  /** What a turn does to its winner. */
  private record Win(Contender winner, boolean credit, long paid) {

    Place after(long turn) {
      Member.Place before = winner.member().placeOrNone();
      return new Place(
          turn,
          before.turns() + 1,
          Shares.leads(winner.owed() - paid),
          before.credits() - (credit ? 1 : 0));
    }
  }
}
