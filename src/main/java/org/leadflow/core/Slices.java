package org.leadflow.core;

import java.util.List;
import java.util.stream.IntStream;

/** Cuts what is too much at once. */
public final class Slices {

  private Slices() {}

  /** The list from its begin to its end, in parts of this size; the last may be smaller. */
  public static <T> List<List<T>> of(List<T> all, int size) {
    return IntStream.iterate(0, from -> from < all.size(), from -> from + size)
        .mapToObj(from -> all.subList(from, Math.min(all.size(), from + size)))
        .toList();
  }
}
