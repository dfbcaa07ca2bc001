package org.leadflow.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Sentences about words nobody knows, with the word that was probably meant. */
public final class Suggestion {

  private static final int FEW = 40;

  private Suggestion() {}

  /** A fact that does not exist. */
  public static String unknownFact(String name) {
    return "there is no fact \"" + name + "\"" + instead(name, FactNames.all());
  }

  public static String unknownValue(String fact, String value, Collection<String> known) {
    return "\"" + value + "\" is no value of " + fact + instead(value, known);
  }

  public static String instead(String word, Collection<String> known) {
    List<String> close = known.stream().filter(each -> closeness(word, each) <= 2).toList();
    String meant =
        close.stream()
            .min(Comparator.comparingInt(each -> closeness(word, each)))
            .map(each -> "; did you mean \"" + each + "\"?")
            .orElse(";");
    return known.size() > FEW
        ? meant + " Known are the codes of rules/facts.md"
        : meant + " Known are " + String.join(", ", known);
  }

  /** How many letters have to be changed, added or left out (Levenshtein). */
  private static int closeness(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
