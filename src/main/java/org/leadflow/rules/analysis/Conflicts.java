package org.leadflow.rules.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules of the same priority that send the same lead to different places. */
final class Conflicts {

  private static final int MOST_PAIRS = 200_000;
  private static final int MOST_STRONGER = 500;

  private final Space space;
  private final SureBoxes sure;
  private int pairs;

  Conflicts(Space space, SureBoxes sure) {
    this.space = space;
    this.sure = sure;
  }

  List<Discovery> among(List<Reading> readings) {
    var discoveries = new ArrayList<Discovery>();
    var told = new HashSet<Set<String>>();
    for (Reading reading : readings) {
      Integer priority = reading.priority();
      if (priority == null) {
        continue;
      }
      BitSet equal = sure.equalTo(priority);
      for (Reading.Part part : reading.possible()) {
        if (part.sure() != null) {
          BitSet meeting = sure.meeting(part.sure(), equal);
          for (int at = meeting.nextSetBit(0); at >= 0; at = meeting.nextSetBit(at + 1)) {
            Reading other = sure.reading(at);
            if (++pairs > MOST_PAIRS || discoveries.size() >= Discovery.MOST) {
              return discoveries;
            }
            if (!other.says().equals(reading.says())
                && !told.contains(Set.of(reading.rule().id(), other.rule().id()))) {
              Map<String, String> example =
                  example(part.sure().and(sure.box(at)), sure.strongerThan(priority));
              if (example != null) {
                told.add(Set.of(reading.rule().id(), other.rule().id()));
                discoveries.add(discovery(reading, other, example));
              }
            }
          }
        }
      }
    }
    return discoveries;
  }

  /** A lead of the region that no stronger rule takes. */
  private @Nullable Map<String, String> example(Box region, BitSet stronger) {
    BitSet meeting = sure.meeting(region, stronger);
    return meeting.cardinality() > MOST_STRONGER
        ? null
        : space.example(region, sure.boxes(meeting));
  }

  private static Discovery discovery(Reading one, Reading other, Map<String, String> example) {
    return Discovery.conflict(one.rule(), other.rule(), example);
  }
}
