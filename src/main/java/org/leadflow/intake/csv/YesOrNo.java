package org.leadflow.intake.csv;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is written in {@code imports/yes-or-no.yaml}: the words that say yes or no. */
final class YesOrNo {

  private static final Map<String, List<String>> WORDS =
      KnownHeadings.read("yes-or-no.yaml", new TypeReference<Map<String, List<String>>>() {});

  /** The only field that says what is wanted; all others say what is not. */
  private static final String WANTED = "followEmail";

  private YesOrNo() {}

  /** What the word says of this field; empty when it says neither. */
  static Optional<Boolean> of(String word, ImportField field) {
    if (is("unwanted", word)) {
      return Optional.of(!field.name().equals(WANTED));
    }
    if (is("wanted", word)) {
      return Optional.of(field.name().equals(WANTED));
    }
    if (is("yes", word) || is("no", word)) {
      return Optional.of(is("yes", word));
    }
    return Optional.empty();
  }

  /** Whether the word says by itself what is wanted or not, whatever stands above it. */
  static boolean saysItself(String word) {
    return is("wanted", word) || is("unwanted", word);
  }

  private static boolean is(String what, String word) {
    return WORDS.get(what).contains(word.toLowerCase(Locale.ROOT));
  }
}
