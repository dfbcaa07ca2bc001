package org.leadflow.assignment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leadflow.assignment.Member.Place;

/** A pool as it was read, and the turns it gave since, which are not written yet. */
final class PoolInHand {

  private final Pool before;
  private final @Nullable Ending endingBefore;
  private final Ending ending;
  private final long readAt;
  private final Map<String, Place> places = new TreeMap<>();
  private Pool now;

  PoolInHand(Pool read, Ending ending) {
    this(read, null, ending, System.nanoTime());
  }

  private PoolInHand(Pool before, @Nullable Ending endingBefore, Ending ending, long readAt) {
    this.before = before;
    this.endingBefore = endingBefore;
    this.ending = ending;
    this.readAt = readAt;
    this.now = before;
  }

  Pool now() {
    return now;
  }

  /** How the transaction ends that gives these turns. */
  Ending ending() {
    return ending;
  }

  /** The same pool for another transaction, which goes on from here. */
  PoolInHand goesOn(Ending ofOther) {
    return new PoolInHand(now, ending, ofOther, readAt);
  }

  boolean hasTurns() {
    return !places.isEmpty();
  }

  boolean isOlderThan(Duration age) {
    return System.nanoTime() - readAt > age.toNanos();
  }

  void take(Member winner, long paid, int credit) {
    long turn = now.turn() + 1;
    Place old = winner.placeOrNone();
    var place =
        new Place(turn, old.turns() + 1, old.owed() - paid, old.credits() - credit, old.credited());
    places.put(winner.id(), place);
    List<Member> members = new ArrayList<>();
    for (Member member : now.members()) {
      members.add(member.id().equals(winner.id()) ? member.at(place) : member);
    }
    now = now.after(turn, members);
  }

  /**
   * Writes the turns.
   *
   * @return false when the pool, or a member, is not as it was read; nothing must be committed
   */
  boolean write(PoolRows rows, Duration longestWait) {
    if (!hasTurns()) {
      return true;
    }
    if (endingBefore != null && !endingBefore.await(longestWait)) {
      return false;
    }
    if (!rows.claim(before, now.turn() - before.turn())) {
      return false;
    }
    Map<String, Place> read = new TreeMap<>();
    before.members().forEach(member -> read.put(member.id(), member.placeOrNone()));
    return places.entrySet().stream()
        .allMatch(
            place ->
                rows.take(
                    before.teamId(), place.getKey(), read.get(place.getKey()), place.getValue()));
  }
}
