package org.leadflow.rules.analysis;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;

/** Some slots of an axis; never changes. */
final class Slots {

  private final BitSet bits;
  private final int low;
  private final int high;
  private int hash;

  private Slots(BitSet bits) {
    this.bits = bits;
    this.low = bits.nextSetBit(0);
    this.high = bits.length() - 1;
  }

  static Slots of(BitSet bits) {
    return new Slots((BitSet) bits.clone());
  }

  /** The same without a copy: whoever gives the bits away does not touch them any more. */
  static Slots owning(BitSet bits) {
    return new Slots(bits);
  }

  static Slots of(IntStream slots) {
    var bits = new BitSet();
    slots.forEach(bits::set);
    return new Slots(bits);
  }

  boolean isEmpty() {
    return low < 0;
  }

  int count() {
    return bits.cardinality();
  }

  boolean has(int slot) {
    return bits.get(slot);
  }

  IntStream stream() {
    return bits.stream();
  }

  /** The next of them from here on; -1 when there is none. */
  int next(int from) {
    return bits.nextSetBit(from);
  }

  /** The first from here on that is none of them. */
  int end(int from) {
    return bits.nextClearBit(from);
  }

  /** One of them, by chance; there has to be one. */
  int some(Random random) {
    return bits.nextSetBit(low + random.nextInt(high - low + 1));
  }

  boolean meets(Slots other) {
    return low <= other.high && other.low <= high && bits.intersects(other.bits);
  }

  boolean holds(Slots other) {
    if (other.isEmpty()) {
      return true;
    }
    if (other.low < low || other.high > high) {
      return false;
    }
    for (int at = other.low; at >= 0; ) {
      int clear = bits.nextClearBit(at);
      if (clear == at) {
        return false;
      }
      at = other.bits.nextSetBit(clear);
    }
    return true;
  }

  Slots and(Slots other) {
    BitSet both = (BitSet) bits.clone();
    both.and(other.bits);
    return new Slots(both);
  }

  Slots or(Slots other) {
    BitSet either = (BitSet) bits.clone();
    either.or(other.bits);
    return new Slots(either);
  }

  Slots without(Slots other) {
    BitSet left = (BitSet) bits.clone();
    left.andNot(other.bits);
    return new Slots(left);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Slots slots && bits.equals(slots.bits);
  }

  @Override
  public int hashCode() {
    // That of a bit set alone is the same for thousands of sets of one slot each.
    if (hash == 0) {
      hash = 31 * (31 * bits.hashCode() + low) + high;
    }
    return hash;
  }

  @Override
  public String toString() {
    return bits.toString();
  }
}
