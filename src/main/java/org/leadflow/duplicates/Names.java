package org.leadflow.duplicates;

import java.util.Set;

/**
 * Whether the names of two people may be those of one; a name that is not known is an empty set.
 */
final class Names {

  /** Below this likeness two names are of two people. */
  static final double NOTHING = 0.7;

  /** From here on a last name is the same, mistyped. */
  private static final double SAME = 0.85;

  private Names() {}

  /**
   * The last names are the same and the first names do not clash; or both are, in the other order.
   */
  static boolean fit(
      Set<String> first, Set<String> last, Set<String> otherFirst, Set<String> otherLast) {
    return same(last, otherLast) && !clash(first, otherFirst)
        || same(last, otherFirst) && same(first, otherLast);
  }

  /** Both are known and not alike; an initial that fits does not clash. */
  static boolean clash(Set<String> one, Set<String> other) {
    return !one.isEmpty()
        && !other.isEmpty()
        && Likeness.of(one, other) < NOTHING
        && one.stream().noneMatch(a -> other.stream().anyMatch(b -> isInitial(a, b)));
  }

  private static boolean same(Set<String> one, Set<String> other) {
    return !one.isEmpty() && !other.isEmpty() && Likeness.of(one, other) >= SAME;
  }

  private static boolean isInitial(String one, String other) {
    return one.length() == 1 && other.startsWith(one)
        || other.length() == 1 && one.startsWith(other);
  }
}
