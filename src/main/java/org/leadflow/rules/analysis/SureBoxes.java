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

  /** Whether a box that wins against the priority holds the lead. */
  boolean hold(int[] point, int priority) {
    return index.holds(point, first(priority));
  }

  /** Those that meet the box and win against the priority. */
  BitSet stronger(Box box, int priority) {
    return index.meeting(box, 0, first(priority));
  }

  /** Those that meet the box and have the same priority. */
  BitSet equal(Box box, int priority) {
    return index.meeting(box, first(priority), first(priority + 1L));
  }

  private int first(long priority) {
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
