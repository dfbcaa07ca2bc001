package org.leadflow.duplicates;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Folds what people write differently and mean the same: capitals, accents, punctuation, spaces.
 *
 * <p>{@code ü} is {@code ue} to some and {@code u} to others, so a text with such letters has two
 * spellings; it is the same as any text that shares one. Folding {@code ue} to {@code u} instead
 * would make one of Bauer and Baur.
 */
final class Spelling {

  private static final Map<String, String> SPELLED_OUT =
      Map.of("ä", "ae", "ö", "oe", "ü", "ue", "å", "aa", "ø", "oe");

  /** Letters of their own, which no decomposition takes apart. */
  private static final Map<String, String> ONE_FOR_ONE =
      Map.of(
          "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı",
          "i");

  private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´ʼ]");
  private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  /** Letters that stand alone belong together: G.m.b.H., S. A., A/S. */
  private static final Pattern SINGLE_LETTERS =
      Pattern.compile("(?<![^ ])(\\p{L}\\p{M}*) (?=\\p{L}\\p{M}*(?: |$))");

  private Spelling() {}

  /** The spellings of a text, the one that is written out first; empty when it holds no letter. */
  static Set<String> of(String text) {
    String small = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    // Most texts have nothing to spell out or to take apart.
    if (small.chars().allMatch(letter -> letter < 128)) {
      String only = inWords(small);
      return only.isEmpty() ? Set.of() : Set.of(only);
    }
    return Stream.of(replaced(small, SPELLED_OUT), small)
        .map(Spelling::folded)
        .filter(folded -> !folded.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The words of one spelling. */
  static List<String> words(String spelling) {
    return List.of(spelling.split(" "));
  }

  /** Every word of every spelling; none for null. */
  static Stream<String> wordsOf(@Nullable String text) {
    return text == null ? Stream.of() : of(text).stream().flatMap(each -> words(each).stream());
  }

  private static String folded(String small) {
    String decomposed =
        Normalizer.normalize(replaced(small, ONE_FOR_ONE), Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT);
    String plain = ACCENTS.matcher(decomposed).replaceAll("");
    return inWords(plain);
  }

  private static String inWords(String plain) {
    String joined = APOSTROPHES.matcher(plain).replaceAll("");
    String spaced = BETWEEN_WORDS.matcher(joined).replaceAll(" ").strip();
    return SINGLE_LETTERS.matcher(spaced).replaceAll("$1");
  }

  private static String replaced(String text, Map<String, String> letters) {
    String result = text;
    for (var letter : letters.entrySet()) {
      result = result.replace(letter.getKey(), letter.getValue());
    }
    return result;
  }
}
