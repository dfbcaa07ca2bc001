package org.leadflow.rules.drools;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** How much two sentences have in common. */
final class Likeness {

  private Likeness() {}

  /** From 0, no word in common, to 1, the same words. */
  static double of(String one, String other) {
    Set<String> first = words(one);
    Set<String> second = words(other);
    var all = new HashSet<>(first);
    all.addAll(second);
    double common = 0;
    for (String word : first) {
      if (second.contains(word)) {
        common++;
      } else if (second.stream().anyMatch(each -> begin(word, each))) {
        common += 0.5;
      }
    }
    return all.isEmpty() ? 0 : common / all.size();
  }

  private static boolean begin(String one, String other) {
    int length = Math.min(4, Math.min(one.length(), other.length()));
    return length >= 3 && one.regionMatches(0, other, 0, length);
  }

  private static Set<String> words(String sentence) {
    var words =
        new HashSet<>(Arrays.asList(sentence.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
    words.remove("");
    return words;
  }
}
