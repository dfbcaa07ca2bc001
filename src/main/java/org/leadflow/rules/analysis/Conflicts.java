package org.leadflow.rules.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
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
  private final List<Discovery> conflicts = new ArrayList<>();
  private final Set<Set<String>> told = new HashSet<>();
  private final Set<Set<String>> met = new HashSet<>();
  private int pairs;

  Conflicts(Space space, SureBoxes sure) {
    this.space = space;
    this.sure = sure;
  }

  List<Discovery> among(List<Reading> readings) {
    for (Reading reading : readings) {
      Integer priority = reading.priority();
      if (priority == null) {
        continue;
      }
      for (Reading.Part part : reading.possible()) {
        if (part.sure() != null) {
          BitSet meeting = sure.equal(part.sure(), priority);
          for (int at = meeting.nextSetBit(0); at >= 0; at = meeting.nextSetBit(at + 1)) {
            Reading other = sure.reading(at);
            if (++pairs > MOST_PAIRS || conflicts.size() >= Discovery.MOST) {
              return conflicts;
            }
            if (!other.says().equals(reading.says()) && !told.contains(pair(reading, other))) {
              met.add(pair(reading, other));
              Map<String, String> example = example(part.sure().and(sure.box(at)), priority);
              if (example != null) {
                told.add(pair(reading, other));
                conflicts.add(Discovery.conflict(reading.rule(), other.rule(), example));
              }
            }
          }
        }
      }
    }
    wordForWord(readings);
    return conflicts;
  }

  /** Rules that ask the same where nobody can find a lead to show it. */
  private void wordForWord(List<Reading> readings) {
    var strongest = new HashMap<Object, Integer>();
    var first = new HashMap<Object, Reading>();
    List<Object> taken = readings.stream().map(Reading::leads).toList();
    for (int each = 0; each < taken.size(); each++) {
      Reading reading = readings.get(each);
      if (reading.priority() != null && !reading.possible().isEmpty()) {
        strongest.merge(taken.get(each), reading.priority(), Math::min);
      }
    }
    for (int each = 0; each < taken.size(); each++) {
      Reading reading = readings.get(each);
      Integer priority = reading.priority();
      Object leads = taken.get(each);
      if (priority == null
          || !priority.equals(strongest.get(leads))
          || conflicts.size() >= Discovery.MOST) {
        continue;
      }
      Reading same = first.putIfAbsent(leads, reading);
      if (same != null
          && !same.says().equals(reading.says())
          && !met.contains(pair(reading, same))
          && !isTakenBefore(reading, priority)) {
        conflicts.add(Discovery.conflict(reading.rule(), same.rule()));
      }
    }
  }

  private boolean isTakenBefore(Reading reading, int priority) {
    return reading.possible().stream()
        .allMatch(
            part -> {
              List<Box> boxes = sure.boxes(sure.stronger(part.may(), priority));
              return boxes.size() > MOST_STRONGER
                  || new Cover(space, boxes).rest(part.may()) == null;
            });
  }

  private static Set<String> pair(Reading one, Reading other) {
    return Set.copyOf(List.of(one.rule().id(), other.rule().id()));
  }

  /** A lead of the region that no stronger rule takes. */
  private @Nullable Map<String, String> example(Box region, int priority) {
    BitSet meeting = sure.stronger(region, priority);
    return meeting.cardinality() > MOST_STRONGER
        ? null
        : space.example(region, sure.boxes(meeting));
  }
}
