package org.leadflow.rules.analysis;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds, among thousands of boxes, those that hold a lead or meet a box. */
final class BoxIndex {

  /** Where the boxes of an axis are this wide together, looking at each is cheaper. */
  private static final long WIDEST = 20_000_000;

  /** More slots than these are not looked up one by one. */
  private static final int FEW = 64;

  private final List<Box> boxes;
  private final BitSet[] free;
  private final @Nullable BitSet @Nullable [][] bySlot;

  BoxIndex(Space space, List<Box> boxes) {
    this.boxes = boxes;
    int axes = space.axes().size();
    this.free = new BitSet[axes];
    this.bySlot = new BitSet[axes][];
    for (int axis = 0; axis < axes; axis++) {
      index(axis, space.axes().get(axis).size());
    }
  }

  private void index(int axis, int size) {
    free[axis] = new BitSet(boxes.size());
    var slots = new BitSet[size];
    long width = 0;
    for (int each = 0; each < boxes.size(); each++) {
      Slots chosen = boxes.get(each).on(axis);
      if (chosen == null) {
        free[axis].set(each);
        continue;
      }
      width += chosen.count();
      if (width > WIDEST) {
        bySlot[axis] = null;
        return;
      }
      for (int slot = chosen.next(0); slot >= 0; slot = chosen.next(slot + 1)) {
        if (slots[slot] == null) {
          slots[slot] = new BitSet(boxes.size());
        }
        slots[slot].set(each);
      }
    }
    bySlot[axis] = slots;
  }

  /** The first of these that holds the lead; -1 when there is none. */
  int holding(int[] point, BitSet among) {
    BitSet left = (BitSet) among.clone();
    for (int axis = 0; axis < point.length && !left.isEmpty(); axis++) {
      @Nullable BitSet[] slots = bySlot[axis];
      if (slots != null) {
        keep(left, axis, slots[point[axis]]);
      }
    }
    int at = left.nextSetBit(0);
    while (at >= 0 && !boxes.get(at).has(point)) {
      at = left.nextSetBit(at + 1);
    }
    return at;
  }

  /** Those of these that meet the box. */
  BitSet meeting(Box box, BitSet among) {
    BitSet left = (BitSet) among.clone();
    for (Map.Entry<Integer, Slots> each : box.slots().entrySet()) {
      @Nullable BitSet[] slots = bySlot[each.getKey()];
      if (slots != null && each.getValue().count() <= FEW) {
        var there = new BitSet(boxes.size());
        each.getValue().stream()
            .forEach(
                slot -> {
                  if (slots[slot] != null) {
                    there.or(slots[slot]);
                  }
                });
        keep(left, each.getKey(), there);
      }
    }
    for (int at = left.nextSetBit(0); at >= 0; at = left.nextSetBit(at + 1)) {
      if (!boxes.get(at).meets(box)) {
        left.clear(at);
      }
    }
    return left;
  }

  private void keep(BitSet left, int axis, @Nullable BitSet there) {
    BitSet fitting = (BitSet) free[axis].clone();
    if (there != null) {
      fitting.or(there);
    }
    left.and(fitting);
  }
}
