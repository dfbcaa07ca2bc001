package org.leadflow.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.leadflow.core.Countries;

/** Sentences about words nobody knows, with the word that was probably meant. */
public final class Suggestion {

  private static final int FEW = 40;

  private Suggestion() {}

  /** A fact that does not exist. */
  public static String unknownFact(String name) {
    return "there is no fact \"" + name + "\"" + instead(name, FactNames.all());
  }

  /** A value its fact cannot have; countries are known by their names, too. */
  public static String unknownValue(String fact, String value, Collection<String> known) {
    String country =
        fact.equals("country") ? Countries.code(value).filter(known::contains).orElse("") : "";
    return "\"%s\" is no value of %s%s"
        .formatted(
            value, fact, country.isEmpty() ? instead(value, known) : meant(country) + known(known));
  }

  public static String instead(String word, Collection<String> known) {
    // Of two letters none may differ: each other code of two letters would be as close.
    int furthest = Math.min(2, word.length() / 3);
    String meant =
        known.stream()
            .filter(each -> closeness(word, each) <= furthest)
            .min(Comparator.comparingInt(each -> closeness(word, each)))
            .map(Suggestion::meant)
            .orElse(";");
    return meant + known(known);
  }

  private static String meant(String word) {
    return "; did you mean \"" + word + "\"?";
  }

  private static String known(Collection<String> known) {
    return " Known are "
        + (known.size() > FEW ? "the codes of rules/facts.md" : String.join(", ", known));
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
