package org.leadflow.rules.analysis;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A region of leads: on some axes only certain slots, on all others any. Never changes. */
final class Box {

  static final Box EVERYTHING = new Box(Map.of());

  private final TreeMap<Integer, Slots> slots;

  Box(Map<Integer, Slots> slots) {
    this(new TreeMap<>(slots));
  }

  /** Thousands of them are made in a second; the map belongs to the box from now on. */
  private Box(TreeMap<Integer, Slots> own) {
    this.slots = own;
  }

  /** By number of the axis, in its order. */
  Map<Integer, Slots> slots() {
    return slots;
  }

  /** Null where any slot will do. */
  @Nullable Slots on(int axis) {
    return slots.get(axis);
  }

  boolean isEmpty() {
    return slots.values().stream().anyMatch(Slots::isEmpty);
  }

  boolean meets(Box other) {
    for (Map.Entry<Integer, Slots> each : slots.entrySet()) {
      Slots there = other.slots.get(each.getKey());
      if (there != null && !there.meets(each.getValue())) {
        return false;
      }
    }
    return true;
  }

  /** Whether every lead of the other lies in this one. */
  boolean holds(Box other) {
    for (Map.Entry<Integer, Slots> each : slots.entrySet()) {
      Slots there = other.slots.get(each.getKey());
      if (there == null || !each.getValue().holds(there)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the lead at these slots, one for each axis, lies in it. */
  boolean has(int[] point) {
    for (Map.Entry<Integer, Slots> each : slots.entrySet()) {
      if (!each.getValue().has(point[each.getKey()])) {
        return false;
      }
    }
    return true;
  }

  Box and(Box other) {
    var both = new TreeMap<>(slots);
    other.slots.forEach((axis, there) -> both.merge(axis, there, Slots::and));
    return new Box(both);
  }

  Box with(int axis, Slots chosen) {
    var changed = new TreeMap<>(slots);
    changed.put(axis, chosen);
    return new Box(changed);
  }

  /** The same with any slot on this axis. */
  Box free(int axis) {
    var changed = new TreeMap<>(slots);
    changed.remove(axis);
    return new Box(changed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Box box && slots.equals(box.slots);
  }

  @Override
  public int hashCode() {
    return slots.hashCode();
  }

  @Override
  public String toString() {
    return slots.entrySet().stream().map(Object::toString).collect(Collectors.joining(" "));
  }
}
