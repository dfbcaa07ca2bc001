package org.leadflow.rules.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Place;

/**
 * Regions of leads that no rule takes.
 *
 * <p>Cuts the space along the fact that most rules ask for, treats alike the values that no rule
 * tells apart, and goes on inside each piece with the rules that are left there.
 */
final class Gaps {

  private static final int MOST = 8;

  /** How many slots may be looked at before the search is given up. */
  private static final long MOST_WORK = 10_000_000;

  private final Space space;
  private final List<Reading> readings;
  private long work;

  Gaps(Space space, List<Reading> readings) {
    this.space = space;
    this.readings = readings;
  }

  /**
   * @param known leads of which somebody said on purpose that nobody takes them
   */
  List<Discovery> in(String ruleSet, List<Map<String, String>> known) {
    List<Box> regions = regions();
    for (Map<String, String> lead : known) {
      int[] point = space.point(lead);
      regions = regions.stream().flatMap(each -> without(each, point).stream()).toList();
    }
    List<Box> gaps =
        regions.stream().sorted(Comparator.comparingInt(each -> each.slots().size())).toList();
    var discoveries = new ArrayList<Discovery>();
    gaps.stream().limit(MOST).forEach(each -> discoveries.add(discovery(ruleSet, each)));
    if (gaps.size() > MOST) {
      discoveries.add(
          new Discovery(
              Discovery.Kind.GAP,
              Place.of(ruleSet, 0),
              "there are %d further regions of leads that no rule takes"
                  .formatted(gaps.size() - MOST),
              List.of(),
              Map.of()));
    }
    return discoveries;
  }

  /** All of them, no two with a lead in common. Empty when that was not found out in time. */
  List<Box> regions() {
    var boxes = new ArrayList<Box>();
    for (Reading reading : readings) {
      for (Reading.Part part : reading.possible()) {
        if (part.sure() != null) {
          boxes.add(part.sure());
        }
      }
    }
    boxes.addAll(space.impossible());
    work = 0;
    List<Box> regions = regions(Box.EVERYTHING, boxes);
    return work > MOST_WORK ? List.of() : regions;
  }

  private List<Box> regions(Box box, List<Box> takers) {
    if (takers.isEmpty()) {
      return List.of(box);
    }
    if (work > MOST_WORK) {
      return List.of();
    }
    for (Box taker : takers) {
      if (taker.holds(box)) {
        return List.of();
      }
    }
    int axis = mostAskedFor(box, takers);
    var alike = new LinkedHashMap<Slots, BitSet>();
    BitSet[] bySlot = bySlot(box, axis, takers);
    for (int slot = 0; slot < bySlot.length; slot++) {
      if (bySlot[slot] != null) {
        alike.computeIfAbsent(Slots.owning(bySlot[slot]), key -> new BitSet()).set(slot);
      }
    }
    var joined = new LinkedHashMap<List<Box>, Slots>();
    alike.forEach(
        (meeting, bits) -> {
          Slots slots = Slots.of(bits);
          List<Box> inside =
              regions(box.with(axis, slots), meeting.stream().mapToObj(takers::get).toList());
          List<Box> elsewhere = inside.stream().map(each -> each.with(axis, slots)).toList();
          List<Box> key = elsewhere.stream().map(each -> each.free(axis)).toList();
          if (!key.isEmpty()) {
            joined.merge(key, slots, Slots::or);
          }
        });
    var regions = new ArrayList<Box>();
    joined.forEach((inside, slots) -> inside.forEach(each -> regions.add(each.with(axis, slots))));
    return regions;
  }

  /** The axis on which the most of them take a part of the box only. */
  private int mostAskedFor(Box box, List<Box> takers) {
    var asked = new int[space.axes().size()];
    for (Box taker : takers) {
      for (Map.Entry<Integer, Slots> each : taker.slots().entrySet()) {
        if (!each.getValue().holds(space.on(box, each.getKey()))) {
          asked[each.getKey()]++;
        }
      }
    }
    int most = 0;
    for (int axis = 1; axis < asked.length; axis++) {
      most = asked[axis] > asked[most] ? axis : most;
    }
    return most;
  }

  /** For every slot of the axis inside the box the takers that take something there. */
  private @Nullable BitSet[] bySlot(Box box, int axis, List<Box> takers) {
    Slots here = space.on(box, axis);
    var meeting = new BitSet[space.axes().get(axis).size()];
    var everywhere = new BitSet(takers.size());
    for (int each = 0; each < takers.size(); each++) {
      Slots slots = takers.get(each).on(axis);
      if (slots == null || slots.holds(here)) {
        everywhere.set(each);
        continue;
      }
      for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
        work++;
        if (here.has(slot)) {
          if (meeting[slot] == null) {
            meeting[slot] = new BitSet(takers.size());
          }
          meeting[slot].set(each);
        }
      }
    }
    for (int slot = here.next(0); slot >= 0; slot = here.next(slot + 1)) {
      work += 1 + takers.size() / 64;
      if (meeting[slot] == null) {
        meeting[slot] = everywhere;
      } else {
        meeting[slot].or(everywhere);
      }
    }
    return meeting;
  }

  /** What is left of a region when somebody has thought of this lead, and of those like it. */
  private List<Box> without(Box region, int[] point) {
    if (!region.has(point)) {
      return List.of(region);
    }
    var left = new ArrayList<Box>();
    Box rest = region;
    for (int axis : region.slots().keySet()) {
      if (space.axes().get(axis) instanceof Texts texts && texts.isClosed()) {
        Slots here = Slots.of(IntStream.of(point[axis]));
        Slots others = space.on(rest, axis).without(here);
        if (!others.isEmpty()) {
          left.add(rest.with(axis, others));
        }
        rest = rest.with(axis, here);
      }
    }
    return left;
  }

  private Discovery discovery(String ruleSet, Box region) {
    var doubtful = new LinkedHashSet<String>();
    for (Reading reading : readings) {
      for (Reading.Part part : reading.possible()) {
        if (!part.isExact() && part.may().meets(region)) {
          doubtful.add(reading.rule().id());
        }
      }
    }
    String unless =
        doubtful.isEmpty() ? "" : " unless the texts fit " + Names.list(List.copyOf(doubtful));
    Map<String, String> example = space.example(region, List.of());
    return new Discovery(
        Discovery.Kind.GAP,
        Place.of(ruleSet, 0),
        "no rule takes leads with %s%s; write a rule for them, or a case with \"answer: nobody\" for each if that is meant, as for %s"
            .formatted(
                space.words(region), unless, Names.lead(example == null ? Map.of() : example)),
        List.of(),
        example == null ? Map.of() : example);
  }
}
