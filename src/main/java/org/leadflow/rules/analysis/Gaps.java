package org.leadflow.rules.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
  private Box[] takers = {};
  private long[] asking = {};
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
    takers = boxes.toArray(new Box[0]);
    asking = boxes.stream().mapToLong(this::asking).toArray();
    work = 0;
    List<Box> regions = regions(Box.EVERYTHING, 0, IntStream.range(0, takers.length).toArray());
    return work > MOST_WORK ? List.of() : regions;
  }

  /** The axes of which a box takes a part only, as bits; there are fewer facts than bits. */
  private long asking(Box box) {
    long bits = 0;
    for (int axis = 0; axis < space.axes().size(); axis++) {
      Slots slots = box.on(axis);
      if (slots != null && !slots.holds(space.axes().get(axis).all())) {
        bits |= 1L << axis;
      }
    }
    return bits;
  }

  /**
   * @param done the axes along which the box was cut: there each of the takers takes all of it
   * @param inside numbers of the takers that take something of it
   */
  private List<Box> regions(Box box, long done, int[] inside) {
    if (inside.length == 0) {
      return List.of(box);
    }
    if (work > MOST_WORK) {
      return List.of();
    }
    for (int taker : inside) {
      if ((asking[taker] & ~done) == 0) {
        return List.of();
      }
    }
    int axis = mostAskedFor(done, inside);
    var joined = new LinkedHashMap<List<Box>, Slots>();
    alike(axis, inside)
        .forEach(
            (meeting, slots) -> {
              int[] there = meeting.stream().map(each -> inside[each]).toArray();
              List<Box> left = regions(box.with(axis, slots), done | 1L << axis, there);
              if (!left.isEmpty()) {
                joined.merge(left.stream().map(each -> each.free(axis)).toList(), slots, Slots::or);
              }
            });
    if (joined.isEmpty()) {
      return List.of();
    }
    var regions = new ArrayList<Box>();
    joined.forEach((left, slots) -> left.forEach(each -> regions.add(each.with(axis, slots))));
    return regions;
  }

  /** The axis on which the most of them take a part of the box only. */
  private int mostAskedFor(long done, int[] inside) {
    var asked = new int[space.axes().size()];
    for (int taker : inside) {
      for (long bits = asking[taker] & ~done; bits != 0; bits &= bits - 1) {
        asked[Long.numberOfTrailingZeros(bits)]++;
      }
    }
    int most = 0;
    for (int axis = 1; axis < asked.length; axis++) {
      most = asked[axis] > asked[most] ? axis : most;
    }
    return most;
  }

  /**
   * The slots of an axis by which of the takers, by their place in the list, take something there.
   * Looked at is only where one of them begins or ends: of the thousands of slots of an axis those
   * are few, and what lies between is alike.
   */
  private Map<Slots, Slots> alike(int axis, int[] inside) {
    // The slot in the upper half, the taker in the lower one.
    var edges = new long[4 * inside.length];
    int count = 0;
    var everywhere = new BitSet(inside.length);
    for (int each = 0; each < inside.length; each++) {
      Slots slots = takers[inside[each]].on(axis);
      if (slots == null || (asking[inside[each]] & 1L << axis) == 0) {
        everywhere.set(each);
        continue;
      }
      for (int from = slots.next(0); from >= 0; ) {
        int to = slots.end(from);
        if (count + 2 > edges.length) {
          edges = Arrays.copyOf(edges, 2 * edges.length);
        }
        edges[count++] = (long) from << 32 | each;
        edges[count++] = (long) to << 32 | each;
        from = slots.next(to);
        work++;
      }
    }
    var bits = new LinkedHashMap<Slots, BitSet>();
    var asked = new BitSet();
    Slots here = space.axes().get(axis).all();
    var meeting = (BitSet) everywhere.clone();
    Arrays.sort(edges, 0, count);
    int from = 0;
    for (int edge = 0; edge < count; edge++) {
      int to = (int) (edges[edge] >>> 32);
      int first = from < to ? here.next(from) : -1;
      if (first >= 0 && first < to && !meeting.equals(everywhere)) {
        work += 1 + inside.length / 64;
        bits.computeIfAbsent(Slots.of(meeting), key -> new BitSet()).set(from, to);
        asked.set(from, to);
      }
      meeting.flip((int) edges[edge]);
      from = to;
    }
    var alike = new LinkedHashMap<Slots, Slots>();
    bits.forEach((those, slots) -> alike.put(those, here.and(Slots.owning(slots))));
    Slots others = here.without(Slots.owning(asked));
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
