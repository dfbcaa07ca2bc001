package org.leadflow.rules.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules whose every lead is taken by rules with a lower priority number. */
final class Unreachable {

  /** So many leads are tried before it is worth while to prove anything. */
  private static final int TRIES = 12;

  private static final int MOST_CANDIDATES = 2000;

  private final Space space;
  private final SureBoxes sure;
  private final Random random = new Random(1);

  Unreachable(Space space, SureBoxes sure) {
    this.space = space;
    this.sure = sure;
  }

  List<Discovery> among(List<Reading> readings) {
    var discoveries = new ArrayList<Discovery>();
    for (Reading reading : readings) {
      if (discoveries.size() >= Discovery.MOST) {
        return discoveries;
      }
      Integer priority = reading.priority();
      if (priority != null && !reading.possible().isEmpty()) {
        Set<Reading> winners = winners(reading, priority);
        if (winners != null) {
          discoveries.add(discovery(reading, List.copyOf(winners)));
        }
      }
    }
    return discoveries;
  }

  /** The rules that take everything of this one; null when they do not, or nobody knows. */
  private @Nullable Set<Reading> winners(Reading reading, int priority) {
    for (Reading.Part part : reading.possible()) {
      for (int attempt = 0; attempt < TRIES; attempt++) {
        int[] point = somewhere(part.may());
        if (isPossible(point) && !sure.hold(point, priority)) {
          return null;
        }
      }
    }
    var winners = new LinkedHashSet<Reading>();
    for (Reading.Part part : reading.possible()) {
      int[] candidates = sure.stronger(part.may(), priority).stream().toArray();
      if (candidates.length > MOST_CANDIDATES) {
        return null;
      }
      List<Box> boxes = java.util.Arrays.stream(candidates).mapToObj(sure::box).toList();
      Set<Integer> used = new Cover(space, boxes).holding(part.may(), boxes.size());
      if (used == null) {
        return null;
      }
      used.forEach(each -> winners.add(sure.reading(candidates[each])));
    }
    return winners;
  }

  private int[] somewhere(Box box) {
    var point = new int[space.axes().size()];
    for (int axis = 0; axis < point.length; axis++) {
      point[axis] = space.on(box, axis).some(random);
    }
    return point;
  }

  private boolean isPossible(int[] point) {
    return space.impossible().stream().noneMatch(each -> each.has(point));
  }

  private static Discovery discovery(Reading reading, List<Reading> winners) {
    var rules = new ArrayList<String>();
    rules.add(reading.rule().id());
    winners.forEach(each -> rules.add(each.rule().id()));
    String sentence =
        winners.isEmpty()
            ? "%s can never fire: the facts it asks for do not exist together; change its conditions"
                .formatted(Names.of(reading))
            : "%s never decides: every lead it takes is taken before by %s; give it a lower priority number, change its conditions, or remove it"
                .formatted(Names.of(reading), Names.withPriorities(winners));
    return new Discovery(
        winners.isEmpty() ? Discovery.Kind.NEVER_TRUE : Discovery.Kind.UNREACHABLE,
        reading.rule().place(),
        sentence,
        rules,
        Map.of());
  }
}
