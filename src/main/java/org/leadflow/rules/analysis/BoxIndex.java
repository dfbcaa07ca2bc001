package org.leadflow.rules.analysis;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds, among thousands of boxes, those that hold a lead or meet a box. */
final class BoxIndex {

  /** Where the boxes of an axis are this wide together, looking at each is cheaper. */
  private static final long WIDEST = 20_000_000;

  /** More slots, and more boxes, than these are not looked up one by one. */
  private static final int FEW = 64;

  private final List<Box> boxes;

  /** By axis, the boxes for which any slot will do. */
  private final long[][] free;

  /**
   * By axis and slot, the boxes that have the slot, with the free ones; null where no box names the
   * slot, and for a whole axis that is too wide.
   */
  private final long[] @Nullable [] @Nullable [] bySlot;

  BoxIndex(Space space, List<Box> boxes) {
    this.boxes = boxes;
    int axes = space.axes().size();
    this.free = new long[axes][];
    this.bySlot = new long[axes][][];
    for (int axis = 0; axis < axes; axis++) {
      index(axis, space.axes().get(axis).size());
    }
  }

  private void index(int axis, int size) {
    free[axis] = new long[(boxes.size() + 63) >> 6];
    var slots = new long[size][];
    long width = 0;
    for (int each = 0; each < boxes.size(); each++) {
      Slots chosen = boxes.get(each).on(axis);
      if (chosen == null) {
        set(free[axis], each);
        continue;
      }
      width += chosen.count();
      if (width > WIDEST) {
        return;
      }
      for (int slot = chosen.next(0); slot >= 0; slot = chosen.next(slot + 1)) {
        if (slots[slot] == null) {
          slots[slot] = new long[free[axis].length];
        }
        set(slots[slot], each);
      }
    }
    for (long[] slot : slots) {
      if (slot != null) {
        add(slot, free[axis]);
      }
    }
    bySlot[axis] = slots;
  }

  /** Whether one of the boxes in front of this one holds the lead. */
  boolean holds(int[] point, int before) {
    var sets = new long[point.length][];
    int known = 0;
    for (int axis = 0; axis < point.length; axis++) {
      long[][] slots = bySlot[axis];
      if (slots != null) {
        long[] named = slots[point[axis]];
        sets[known++] = named == null ? free[axis] : named;
      }
    }
    for (int word = 0; word << 6 < before; word++) {
      long left = -1;
      for (int set = 0; set < known && left != 0; set++) {
        left &= sets[set][word];
      }
      for (; left != 0; left &= left - 1) {
        int at = (word << 6) + Long.numberOfTrailingZeros(left);
        if (at < before && boxes.get(at).has(point)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Those that meet the box, from one number until before another. */
  BitSet meeting(Box box, int from, int before) {
    var meeting = new BitSet();
    if (before - from <= FEW) {
      for (int at = from; at < before; at++) {
        meeting.set(at, boxes.get(at).meets(box));
      }
      return meeting;
    }
    var left = new long[(before + 63) >> 6];
    Arrays.fill(left, -1);
    box.axes().forEach(axis -> keep(left, axis, box.on(axis)));
    BitSet candidates = BitSet.valueOf(left);
    int at = candidates.nextSetBit(from);
    while (at >= 0 && at < before) {
      meeting.set(at, boxes.get(at).meets(box));
      at = candidates.nextSetBit(at + 1);
    }
    return meeting;
  }

  private void keep(long[] left, int axis, Slots chosen) {
    long[][] slots = bySlot[axis];
    if (slots == null || chosen.count() > FEW) {
      return;
    }
    long[] fitting = Arrays.copyOf(free[axis], left.length);
    for (int slot = chosen.next(0); slot >= 0; slot = chosen.next(slot + 1)) {
      if (slots[slot] != null) {
        add(fitting, slots[slot]);
      }
    }
    for (int word = 0; word < left.length; word++) {
      left[word] &= fitting[word];
    }
  }

  private static void set(long[] bits, int each) {
    bits[each >> 6] |= 1L << each;
  }

  private static void add(long[] bits, long[] further) {
    for (int word = 0; word < bits.length; word++) {
      bits[word] |= further[word];
    }
  }
}
