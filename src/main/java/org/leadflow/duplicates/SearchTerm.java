package org.leadflow.duplicates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.leadflow.duplicates.Key.Kind;

/** One thing that must fit, by any of these beginnings of keys. */
record SearchTerm(List<Span> spans) {

  /** More words than this make nothing more exact. */
  private static final int MOST = 6;

  private static final int FEWEST_DIGITS = 4;
  private static final Pattern NUMBER = Pattern.compile("[+0-9()/.\\-\\s]+");

  /** All keys of a kind that begin so. */
  record Span(Kind kind, String beginning) {

    /** The first that does not, in the order of code points. */
    String end() {
      return beginning + '\uFFFF';
    }
  }

  /** What is typed as the terms it means; none when it holds neither letter nor digit. */
  static List<SearchTerm> of(String typed) {
    String digits = typed.replaceAll("\\D", "");
    if (NUMBER.matcher(typed).matches() && digits.length() >= FEWEST_DIGITS) {
      return number(typed.strip(), digits);
    }
    List<SearchTerm> terms = new ArrayList<>();
    for (String word : typed.strip().split("\\s+")) {
      if (word.indexOf('@') > 0) {
        terms.add(new SearchTerm(List.of(new Span(Kind.EMAIL, word.toLowerCase(Locale.ROOT)))));
      } else {
        words(word).forEach(terms::add);
      }
    }
    return terms.size() > MOST ? terms.subList(0, MOST) : terms;
  }

  /** With the digits of a country before it or without. */
  private static List<SearchTerm> number(String typed, String digits) {
    String dialled = digits.replaceFirst("^0+", "");
    boolean abroad = typed.startsWith("+") || typed.startsWith("00");
    Span span = abroad ? new Span(Kind.PHONE, "+" + dialled) : new Span(Kind.WORD, dialled);
    return dialled.isEmpty() ? List.of() : List.of(new SearchTerm(List.of(span)));
  }

  /** A word with a letter that two spell differently is either; a hyphen makes two words of it. */
  private static Stream<SearchTerm> words(String typed) {
    Set<String> spellings = Spelling.of(typed);
    List<List<String>> all = spellings.stream().map(Spelling::words).toList();
    if (all.isEmpty()) {
      return Stream.of();
    }
    int length = all.get(0).size();
    List<SearchTerm> terms = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      int place = i;
      terms.add(
          new SearchTerm(
              all.stream()
                  .filter(words -> words.size() == length)
                  .map(words -> new Span(Kind.WORD, words.get(place)))
                  .distinct()
                  .toList()));
    }
    return terms.stream();
  }
}
