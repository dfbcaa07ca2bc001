package org.leadflow.rules.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules that add nothing to what another one says. */
final class Duplicates {

  private final SureBoxes sure;

  Duplicates(SureBoxes sure) {
    this.sure = sure;
  }

  List<Discovery> among(List<Reading> readings) {
    var discoveries = new ArrayList<Discovery>();
    var first = new HashMap<Object, Reading>();
    for (Reading reading : readings) {
      if (discoveries.size() >= Discovery.MOST) {
        return discoveries;
      }
      if (reading.outcome() == null || reading.possible().isEmpty()) {
        continue;
      }
      Reading same = first.putIfAbsent(reading.meaning(), reading);
      if (same != null) {
        discoveries.add(
            discovery(
                reading,
                same,
                "%s takes the same leads as %s at %s and says the same; remove one of them"));
      } else {
        Reading wider = wider(reading);
        if (wider != null) {
          discoveries.add(
              discovery(
                  reading,
                  wider,
                  "%s adds nothing to %s at %s, which takes all its leads and says the same; remove it, or give it a lower priority number if it stands for something of its own"));
        }
      }
    }
    return discoveries;
  }

  /** A rule of the same priority and target that takes every lead of this one, and more. */
  private @org.jspecify.annotations.Nullable Reading wider(Reading reading) {
    Integer priority = reading.priority();
    if (priority == null || reading.possible().size() != 1) {
      return null;
    }
    Box own = reading.possible().get(0).may();
    BitSet meeting = sure.equal(own, priority);
    for (int at = meeting.nextSetBit(0); at >= 0; at = meeting.nextSetBit(at + 1)) {
      Reading other = sure.reading(at);
      if (other != reading
          && other.says().equals(reading.says())
          && !other.meaning().equals(reading.meaning())
          && sure.box(at).holds(own)) {
        return other;
      }
    }
    return null;
  }

  private static Discovery discovery(Reading reading, Reading other, String sentence) {
    return new Discovery(
        Discovery.Kind.DUPLICATE,
        reading.rule().place(),
        sentence.formatted(Names.of(reading), other.rule().id(), other.rule().place()),
        List.of(reading.rule().id(), other.rule().id()),
        Map.of());
  }
}
