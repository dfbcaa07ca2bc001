package org.leadflow.rules.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
        regions.stream().sorted(Comparator.comparingLong(each -> each.axes().count())).toList();
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
    var joined = new LinkedHashMap<List<Box>, Slots>();
    alike(box, axis, takers)
        .forEach(
            (meeting, slots) -> {
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
      for (int axis = 0; axis < asked.length; axis++) {
        Slots slots = taker.on(axis);
        if (slots != null && !slots.holds(space.on(box, axis))) {
          asked[axis]++;
        }
      }
    }
    int most = 0;
    for (int axis = 1; axis < asked.length; axis++) {
      most = asked[axis] > asked[most] ? axis : most;
    }
    return most;
  }

  /**
   * The slots of the axis inside the box by which of the takers, by their numbers, take something
   * there. Only slots that somebody asks for are looked at: of the thousands of an axis those are
   * few in most boxes, and all others are alike.
   */
  private Map<Slots, Slots> alike(Box box, int axis, List<Box> takers) {
    Slots here = space.on(box, axis);
    var asked = new TreeMap<Integer, BitSet>();
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
          asked.computeIfAbsent(slot, key -> new BitSet(takers.size())).set(each);
        }
      }
    }
    var bits = new LinkedHashMap<Slots, BitSet>();
    asked.forEach(
        (slot, meeting) -> {
          work += 1 + takers.size() / 64;
          meeting.or(everywhere);
          bits.computeIfAbsent(Slots.owning(meeting), key -> new BitSet()).set(slot);
        });
    var alike = new LinkedHashMap<Slots, Slots>();
    bits.forEach((meeting, slots) -> alike.put(meeting, Slots.owning(slots)));
    Slots others = here.without(Slots.of(asked.keySet().stream().mapToInt(slot -> slot)));
    if (!others.isEmpty()) {
      alike.put(Slots.owning(everywhere), others);
    }
    return alike;
  }

  /** What is left of a region when somebody has thought of this lead, and of those like it. */
  private List<Box> without(Box region, int[] point) {
    if (!region.has(point)) {
      return List.of(region);
    }
    var left = new ArrayList<Box>();
    Box rest = region;
    for (int axis : region.axes().toArray()) {
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
