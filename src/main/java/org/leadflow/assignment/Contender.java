package org.leadflow.assignment;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A member in the contest for one turn.
 *
 * @param stops what stands against him, empty when nothing does
 * @param substitute who takes his turn because he is away, null when nobody does
 * @param share what he is owed by this turn
 * @param owed all he is owed, with this turn
 */
record Contender(
    Member member,
    List<Stop> stops,
    @Nullable Member substitute,
    long openLeads,
    long load,
    List<String> matching,
    long share,
    long owed) {

  boolean eligible() {
    return stops.isEmpty() || substitute != null;
  }

  /** Who gets the lead when the turn is his. */
  Member receiver() {
    return substitute == null ? member : substitute;
  }

  Contender stoppedBy(Stop stop) {
    return new Contender(
        member,
        Stream.concat(stops.stream(), Stream.of(stop)).toList(),
        null,
        openLeads,
        load,
        matching,
        share,
        owed);
  }

  Contender owed(long newShare) {
    return new Contender(
        member,
        stops,
        substitute,
        openLeads,
        load,
        matching,
        newShare,
        member.placeOrNone().owed() + newShare);
  }
}
