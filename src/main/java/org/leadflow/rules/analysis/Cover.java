package org.leadflow.rules.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides whether some boxes together hold another one. */
final class Cover {

  /** Beyond so many steps nothing is claimed. */
  private static final int STEPS = 4000;

  private final Space space;
  private final List<Box> boxes;
  private final Set<Integer> used = new TreeSet<>();
  private int steps;

  /** The boxes, and what is impossible anyway. */
  Cover(Space space, List<Box> boxes) {
    this.space = space;
    this.boxes = new ArrayList<>(boxes);
    this.boxes.addAll(space.impossible());
  }

  /** A part of this box that lies in none of them; null when there is none, or none was found. */
  @Nullable Box rest(Box box) {
    steps = 0;
    return rest(box, all(box));
  }

  /**
   * The numbers of boxes that together hold this one, one alone where that will do; null when they
   * do not, or it was not found out.
   */
  @Nullable Set<Integer> holding(Box box, int ofTheFirst) {
    for (int each = 0; each < ofTheFirst; each++) {
      if (boxes.get(each).holds(box)) {
        return Set.of(each);
      }
    }
    steps = 0;
    used.clear();
    if (rest(box, all(box)) != null || steps > STEPS) {
      return null;
    }
    used.removeIf(each -> each >= ofTheFirst);
    return used;
  }

  private List<Integer> all(Box box) {
    var meeting = new ArrayList<Integer>();
    for (int each = 0; each < boxes.size(); each++) {
      if (boxes.get(each).meets(box)) {
        meeting.add(each);
      }
    }
    // The wide ones first: they leave the fewest pieces.
    meeting.sort(Comparator.comparingLong(each -> boxes.get(each).axes().count()));
    return meeting;
  }

  private @Nullable Box rest(Box box, List<Integer> candidates) {
    if (box.isEmpty()) {
      return null;
    }
    if (++steps > STEPS) {
      // Whoever asks for an example gets none, whoever asks for cover is told by the steps.
      return null;
    }
    for (int at = 0; at < candidates.size(); at++) {
      Box cover = boxes.get(candidates.get(at));
      if (!cover.meets(box)) {
        continue;
      }
      used.add(candidates.get(at));
      List<Integer> further = candidates.subList(at + 1, candidates.size());
      Box left = box;
      for (int axis = 0; axis < space.axes().size(); axis++) {
        Slots chosen = cover.on(axis);
        Slots here = space.on(left, axis);
        if (chosen == null || chosen.holds(here)) {
          continue;
        }
        Box rest = rest(left.with(axis, here.without(chosen)), further);
        if (rest != null || steps > STEPS) {
          return rest;
        }
        left = left.with(axis, here.and(chosen));
      }
      return null;
    }
    return box;
  }
}
