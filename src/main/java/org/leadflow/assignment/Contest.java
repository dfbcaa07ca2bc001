package org.leadflow.assignment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.Absence;

/**
 * Who may have a turn and who comes first. Reckons from what was read, asks and writes nothing.
 *
 * @param contenders all members, whatever stands against them
 * @param sharing those who are owed a share of this turn
 */
record Contest(Pool pool, Ranking ranking, List<Contender> contenders, List<Member> sharing) {

  private static final Set<String> SUBSTITUTABLE =
      Set.of(Gate.ABSENT.code(), Gate.OUT_OF_HOURS.code());

  static Contest of(Pool pool, Asking asking, Surroundings seen) {
    var gates = new Gates(pool.settings(), asking, seen);
    var stops = new HashMap<String, List<Stop>>();
    pool.members().forEach(member -> stops.put(member.id(), gates.stopping(member)));
    Map<String, Member> free =
        pool.members().stream()
            .filter(member -> stops.get(member.id()).isEmpty())
            .collect(Collectors.toMap(Member::id, member -> member));
    var contenders = new ArrayList<Contender>();
    for (Member member : pool.members()) {
      contenders.add(
          new Contender(
              member,
              stops.get(member.id()),
              substitute(seen.away().get(member.id()), stops.get(member.id()), free),
              seen.openLeads(member),
              seen.load(member, pool.settings().kindPoints()),
              pool.settings().preferredSkills().stream()
                  .filter(
                      skill ->
                          asking.needs().containsKey(skill)
                              && seen.has(member, skill, asking.needs().get(skill)))
                  .toList(),
              0,
              member.placeOrNone().owed()));
    }
    return new Contest(
            pool, Ranking.of(pool.settings(), pool.turn()), List.copyOf(contenders), List.of())
        .shared();
  }

  /** Those who may have the turn, the next first. */
  List<Contender> inOrder() {
    return ranking.order(contenders.stream().filter(Contender::eligible).toList());
  }

  /** The same without whoever of these would be given the lead. */
  Contest without(Member receiver, Stop stop) {
    return new Contest(
            pool,
            ranking,
            contenders.stream()
                .map(
                    each ->
                        each.eligible() && each.receiver().id().equals(receiver.id())
                            ? each.stoppedBy(stop)
                            : each)
                .toList(),
            List.of())
        .shared();
  }

  /** Whether this turn is his by a credit and not because he waited longest anyway. */
  boolean usesCredit(Contender winner) {
    return pool.settings().strategy() != Strategy.WEIGHTED
        && pool.settings().catchUp() == PoolSettings.CatchUp.NONE
        && Ranking.hasCredit(winner.member(), pool.turn())
        && ranking.tieBreak(inOrder()).equals("credit");
  }

  /** What the winner pays of what he is owed, so that all debts together stay what they were. */
  long paid() {
    return Shares.of(sharing).paid(sharing);
  }

  /** When the first of them is available by himself. */
  Optional<Instant> earliest() {
    return contenders.stream()
        .map(Contender::stops)
        .filter(stops -> !stops.isEmpty() && stops.stream().allMatch(stop -> stop.until() != null))
        .map(
            stops ->
                stops.stream()
                    .map(Stop::until)
                    .filter(Objects::nonNull)
                    .max(Instant::compareTo)
                    .orElseThrow())
        .min(Instant::compareTo);
  }

  /** Why nobody may have the turn. */
  Gate reason() {
    Set<String> first =
        contenders.stream().map(each -> each.stops().get(0).code()).collect(Collectors.toSet());
    return contenders.isEmpty()
        ? Gate.POOL_EMPTY
        : first.size() > 1 ? Gate.NONE_AVAILABLE : Gate.of(first.iterator().next());
  }

  private static @Nullable Member substitute(
      @Nullable Absence absence, List<Stop> stops, Map<String, Member> free) {
    boolean onlyAway =
        absence != null
            && absence.substituteId() != null
            && stops.stream().allMatch(stop -> SUBSTITUTABLE.contains(stop.code()));
    return onlyAway ? free.get(absence.substituteId()) : null;
  }

  private Contest shared() {
    if (pool.settings().strategy() != Strategy.WEIGHTED) {
      return this;
    }
    boolean all = pool.settings().catchUp() == PoolSettings.CatchUp.CATCH_UP;
    List<Member> owed =
        contenders.stream()
            .filter(each -> all ? each.member().active() : each.eligible())
            .map(Contender::member)
            .filter(member -> member.settings().weight() > 0)
            .toList();
    Shares shares = Shares.of(owed);
    Set<String> ids = owed.stream().map(Member::id).collect(Collectors.toSet());
    return new Contest(
        pool,
        ranking,
        contenders.stream()
            .map(each -> each.owed(ids.contains(each.member().id()) ? shares.of(each.member()) : 0))
            .toList(),
        owed);
  }
}
