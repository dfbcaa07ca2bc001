package org.leadflow.rules.analysis;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A region of leads: on some axes only certain slots, on all others any. Never changes. */
final class Box {

  static final Box EVERYTHING = new Box(Map.of());

  /**
   * By number of the axis, null where any slot will do; the last one is none of those. An array,
   * because thousands of boxes are made in a second.
   */
  private final @Nullable Slots[] slots;

  Box(Map<Integer, Slots> slots) {
    this.slots = new Slots[slots.keySet().stream().mapToInt(axis -> axis + 1).max().orElse(0)];
    slots.forEach((axis, here) -> this.slots[axis] = here);
  }

  private Box(@Nullable Slots[] own) {
    this.slots = own;
  }

  /** By number of the axis, in its order. */
  Map<Integer, Slots> slots() {
    var byAxis = new TreeMap<Integer, Slots>();
    axes().forEach(axis -> byAxis.put(axis, slots[axis]));
    return byAxis;
  }

  /** The axes on which not any slot will do. */
  IntStream axes() {
    return IntStream.range(0, slots.length).filter(axis -> slots[axis] != null);
  }

  /** Null where any slot will do. */
  @Nullable Slots on(int axis) {
    return axis < slots.length ? slots[axis] : null;
  }

  boolean isEmpty() {
    return axes().anyMatch(axis -> slots[axis].isEmpty());
  }

  boolean meets(Box other) {
    for (int axis = 0; axis < Math.min(slots.length, other.slots.length); axis++) {
      if (slots[axis] != null
          && other.slots[axis] != null
          && !other.slots[axis].meets(slots[axis])) {
        return false;
      }
    }
    return true;
  }

  /** Whether every lead of the other lies in this one. */
  boolean holds(Box other) {
    if (slots.length > other.slots.length) {
      return false;
    }
    for (int axis = 0; axis < slots.length; axis++) {
      if (slots[axis] != null
          && (other.slots[axis] == null || !slots[axis].holds(other.slots[axis]))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the lead at these slots, one for each axis, lies in it. */
  boolean has(int[] point) {
    for (int axis = 0; axis < slots.length; axis++) {
      if (slots[axis] != null && !slots[axis].has(point[axis])) {
        return false;
      }
    }
    return true;
  }

  Box and(Box other) {
    Map<Integer, Slots> both = slots();
    other.axes().forEach(axis -> both.merge(axis, other.slots[axis], Slots::and));
    return new Box(both);
  }

  Box with(int axis, Slots chosen) {
    @Nullable Slots[] changed = Arrays.copyOf(slots, Math.max(slots.length, axis + 1));
    changed[axis] = chosen;
    return new Box(changed);
  }

  /** The same with any slot on this axis. */
  Box free(int axis) {
    int length = slots.length;
    while (length > 0 && (slots[length - 1] == null || length - 1 == axis)) {
      length--;
    }
    @Nullable Slots[] changed = Arrays.copyOf(slots, length);
    if (axis < length) {
      changed[axis] = null;
    }
    return new Box(changed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Box box && Arrays.equals(slots, box.slots);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(slots);
  }

  @Override
  public String toString() {
    return slots().entrySet().stream().map(Object::toString).toList().toString();
  }
}
