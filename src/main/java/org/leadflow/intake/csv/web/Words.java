package org.leadflow.intake.csv.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What words of another system stand for, as people write it: a line {@code word = ours} each. */
final class Words {

  private static final String SIGN = "=";

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
        words.put(line.substring(0, sign).strip(), line.substring(sign + 1).strip());
      }
    }
    return words;
  }

  static String write(Map<String, String> known, List<String> unknown) {
    return Stream.concat(
            known.entrySet().stream()
                .map(word -> word.getKey() + " " + SIGN + " " + word.getValue()),
            unknown.stream()
                .filter(word -> word.lines().count() == 1)
                .map(word -> word + " " + SIGN + " "))
        .collect(Collectors.joining("\n"));
  }
}
