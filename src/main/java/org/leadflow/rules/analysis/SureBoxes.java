package org.leadflow.rules.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** What the rules of a set take for certain, the strongest first. */
final class SureBoxes {

  private record Owned(Reading reading, Box box, int priority) {}

  private final List<Owned> owned = new ArrayList<>();
  private final BoxIndex index;

  SureBoxes(Space space, List<Reading> readings) {
    for (Reading reading : readings) {
      Integer priority = reading.priority();
      for (Reading.Part part : reading.possible()) {
        if (part.sure() != null) {
          owned.add(new Owned(reading, part.sure(), priority == null ? 0 : priority));
        }
      }
    }
    owned.sort(Comparator.comparingInt(Owned::priority));
    this.index = new BoxIndex(space, owned.stream().map(Owned::box).toList());
  }

  Reading reading(int box) {
    return owned.get(box).reading;
  }

  Box box(int box) {
    return owned.get(box).box;
  }

  List<Box> boxes(BitSet chosen) {
    return chosen.stream().mapToObj(this::box).toList();
  }

  /** Whether one of these boxes holds the lead. */
  boolean hold(int[] point, BitSet among) {
    return index.holding(point, among) >= 0;
  }

  BitSet meeting(Box box, BitSet among) {
    return index.meeting(box, among);
  }

  /** Those that win against the priority. */
  BitSet strongerThan(int priority) {
    var stronger = new BitSet();
    stronger.set(0, first(priority));
    return stronger;
  }

  /** Those of the same priority. */
  BitSet equalTo(int priority) {
    var equal = new BitSet();
    equal.set(first(priority), first(priority + 1));
    return equal;
  }

  private int first(int priority) {
    int low = 0;
    int high = owned.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (owned.get(middle).priority < priority) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
