package org.leadflow.process.house;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What is meant by a name that is unknown, as the end of a sentence about it. */
final class DidYouMean {

  private DidYouMean() {}

  /** The nearest name, as a question; empty when none is near. */
  static String ask(String unknown, Collection<String> known) {
    return nearest(unknown, known).map(name -> "; did you mean " + name + "?").orElse("");
  }

  /** The nearest name, as a question, or else all there are. */
  static String askOrTell(String unknown, Collection<String> known) {
    String asked = ask(unknown, known);
    return asked.isEmpty() && !known.isEmpty()
        ? "; there are " + String.join(", ", new TreeSet<>(known))
        : asked;
  }

  /** The name that was written with a slip or two; of a short one too little would be left. */
  static Optional<String> nearest(String unknown, Collection<String> known) {
    int near = Math.min(Math.max(2, unknown.length() / 3), (unknown.length() - 1) / 2);
    return known.stream()
        .filter(name -> distance(unknown, name) <= near)
        .min(Comparator.comparing(name -> distance(unknown, name)));
  }

  private static int distance(String one, String other) {
    return new LevenshteinDistance()
        .apply(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
  }
}
