package org.leadflow.intake.csv.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What words of another system stand for, as people write it: a line {@code word = ours} each, or
 * {@code word = -} where it says nothing.
 */
final class Words {

  private static final String SIGN = "=";
  private static final String NOTHING = "-";

  private Words() {}

  /**
   * Words for which nothing is said yet are left out; of a word that comes twice, the last counts.
   */
  static Map<String, String> read(String text) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      // A word may hold the sign; what it stands for is one of our options and does not.
      int sign = line.lastIndexOf(SIGN);
      if (sign > 0 && !line.substring(sign + 1).isBlank()) {
        String ours = line.substring(sign + 1).strip();
        words.put(line.substring(0, sign).strip(), ours.equals(NOTHING) ? "" : ours);
      }
    }
    return words;
  }

  static String write(Map<String, String> known, List<String> unknown) {
    return Stream.concat(
            known.entrySet().stream()
                .map(word -> word.getKey() + " " + SIGN + " " + orNothing(word.getValue())),
            unknown.stream()
                .filter(word -> word.lines().count() == 1)
                .map(word -> word + " " + SIGN + " "))
        .collect(Collectors.joining("\n"));
  }

  private static String orNothing(String ours) {
    return ours.isEmpty() ? NOTHING : ours;
  }
}
