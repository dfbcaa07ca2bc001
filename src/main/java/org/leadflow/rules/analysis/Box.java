package org.leadflow.rules.analysis;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A region of leads: on some axes only certain slots, on all others any. Never changes. */
final class Box {

  static final Box EVERYTHING = new Box(new Slots[0]);

  /**
   * By number of the axis, null where any slot will do; the last one is none of those. An array,
   * because thousands of boxes are made in a second.
   */
  private final @Nullable Slots[] slots;

  private Box(@Nullable Slots[] own) {
    this.slots = own;
  }

  /** By number of the axis; null where any slot will do. */
  static Box of(@Nullable Slots[] byAxis) {
    int length = byAxis.length;
    while (length > 0 && byAxis[length - 1] == null) {
      length--;
    }
    return new Box(Arrays.copyOf(byAxis, length));
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
    for (Slots each : slots) {
      if (each != null && each.isEmpty()) {
        return true;
      }
    }
    return false;
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
    @Nullable Slots[] both = Arrays.copyOf(slots, Math.max(slots.length, other.slots.length));
    for (int axis = 0; axis < other.slots.length; axis++) {
      Slots further = other.slots[axis];
      if (further != null) {
        both[axis] = both[axis] == null ? further : both[axis].and(further);
      }
    }
    return new Box(both);
  }

  Box with(int axis, Slots chosen) {
    @Nullable Slots[] changed = Arrays.copyOf(slots, Math.max(slots.length, axis + 1));
    changed[axis] = chosen;
    return new Box(changed);
  }

  /** The same with any slot on this axis. */
  Box free(int axis) {
    @Nullable Slots[] changed = slots.clone();
    if (axis < changed.length) {
      changed[axis] = null;
    }
    return of(changed);
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
