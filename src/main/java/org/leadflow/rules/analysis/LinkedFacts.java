package org.leadflow.rules.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Facts that are made of one another, so that not every combination of their values exists. */
final class LinkedFacts {

  private static final Map<String, int[]> GRADES =
      Map.of(
          "A",
          new int[] {75, 100},
          "B",
          new int[] {50, 74},
          "C",
          new int[] {25, 49},
          "D",
          new int[] {0, 24});

  private LinkedFacts() {}

  static List<Box> impossible(Space space) {
    var boxes = new ArrayList<Box>();
    scoreAndGrade(space, boxes);
    known(space, "emailDomain", false, "emailAddress", boxes);
    known(space, "freeMail", false, "emailDomain", boxes);
    known(space, "freeMail", true, "emailDomain", boxes);
    return boxes;
  }

  /**
   * No lead knows the one without the other; or, the other way round, the other without the one.
   */
  private static void known(
      Space space, String made, boolean otherWay, String from, List<Box> boxes) {
    Integer one = space.number(made);
    Integer other = space.number(from);
    if (one == null || other == null) {
      return;
    }
    Slots unknown = Slots.of(IntStream.of(Axis.UNKNOWN));
    int missing = otherWay ? one : other;
    int there = otherWay ? other : one;
    boxes.add(
        Box.EVERYTHING
            .with(missing, unknown)
            .with(there, space.axes().get(there).all().without(unknown)));
  }

  private static void scoreAndGrade(Space space, List<Box> boxes) {
    known(space, "grade", false, "score", boxes);
    known(space, "grade", true, "score", boxes);
    Integer score = space.number("score");
    Integer grade = space.number("grade");
    if (score == null
        || grade == null
        || !(space.axes().get(score) instanceof Numbers points)
        || !(space.axes().get(grade) instanceof Texts grades)) {
      return;
    }
    GRADES.forEach(
        (name, range) -> {
          int low = points.at(java.math.BigDecimal.valueOf(range[0]));
          int high = points.at(java.math.BigDecimal.valueOf(range[1]));
          Slots outside =
              Slots.of(
                  points.all().stream().filter(each -> each > 0 && (each < low || each > high)));
          if (!outside.isEmpty()) {
            boxes.add(
                Box.EVERYTHING
                    .with(grade, Slots.of(IntStream.of(grades.slot(name))))
                    .with(score, outside));
          }
        });
  }
}
