package org.leadflow.duplicates;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;

/** How alike two names are, and how their words sound. */
final class Likeness {

  /** From here on two names are similar. */
  static final double SIMILAR = 0.92;

  private static final int WORDS = 4;

  /** The time it takes grows with the square; some characters are twenty when they are folded. */
  private static final int LONGEST = 200;

  private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
  private static final DoubleMetaphone SOUND = new DoubleMetaphone();

  private Likeness() {}

  /**
   * 0 to 1, the highest of any two spellings, whatever the order of the words: last name first is
   * the same person.
   */
  static double of(Set<String> one, Set<String> other) {
    return one.stream()
        .flatMap(a -> other.stream().map(b -> inAnyOrder(a, b)))
        .max(Double::compare)
        .orElse(0.0);
  }

  private static double inAnyOrder(String one, String other) {
    double asWritten = alike(one, other);
    return isOneWord(one) && isOneWord(other)
        ? asWritten
        : Math.max(asWritten, alike(sorted(one), sorted(other)));
  }

  private static boolean isOneWord(String spelling) {
    return spelling.indexOf(' ') < 0;
  }

  /**
   * The sounds of the first words and of the name written together, by which similar names are
   * fetched; a word in a script without sounds here stands for itself.
   */
  static Set<String> sounds(Set<String> spellings) {
    return spellings.stream()
        .flatMap(
            spelling ->
                Stream.concat(
                    Spelling.words(spelling).stream().limit(WORDS),
                    Stream.of(spelling.replace(" ", ""))))
        .map(Likeness::soundOf)
        .collect(Collectors.toSet());
  }

  /** The sound of a name written together; empty for null and for what holds no letter. */
  static Set<String> sound(@Nullable String name) {
    return name == null
        ? Set.of()
        : Spelling.of(name).stream()
            .map(spelling -> soundOf(spelling.replace(" ", "")))
            .collect(Collectors.toSet());
  }

  private static String soundOf(String word) {
    String sound = SOUND.doubleMetaphone(word);
    return sound == null || sound.isEmpty() ? word : sound;
  }

  private static double alike(String one, String other) {
    return JARO_WINKLER.apply(beginning(one), beginning(other));
  }

  private static String beginning(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
  }

  private static String sorted(String spelling) {
    return Spelling.words(spelling).stream().sorted().collect(Collectors.joining(" "));
  }
}
