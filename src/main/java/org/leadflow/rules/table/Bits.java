package org.leadflow.rules.table;

import java.util.Arrays;

/** Sets of row numbers as bits of words. */
final class Bits {

  private Bits() {}

  static long[] none(int rows) {
    return new long[(rows + 63) >> 6];
  }

  static long[] all(int rows) {
    long[] bits = none(rows);
    Arrays.fill(bits, -1L);
    if ((rows & 63) != 0) {
      bits[bits.length - 1] = (1L << rows) - 1;
    }
    return bits;
  }

  static void set(long[] bits, int row) {
    bits[row >> 6] |= 1L << row;
  }

  static void clear(long[] bits, int row) {
    bits[row >> 6] &= ~(1L << row);
  }

  static int count(long[] bits) {
    int count = 0;
    for (long each : bits) {
      count += Long.bitCount(each);
    }
    return count;
  }
}
