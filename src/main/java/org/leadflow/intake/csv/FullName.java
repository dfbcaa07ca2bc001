package org.leadflow.intake.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Takes a name that stands in one cell apart. */
final class FullName {

  private static final int LONGEST = 50;

  /** Words in small letters that a last name may begin with. */
  private static final Set<String> BEFORE =
      Set.of(
          "von", "vom", "van", "zu", "zum", "zur", "der", "den", "dem", "ter", "ten", "de", "del",
          "della", "di", "da", "das", "do", "dos", "du", "des", "la", "las", "le", "los", "el",
          "al", "bin", "ibn", "af", "av");

  /** What may follow a last name. */
  private static final Set<String> BEHIND =
      Set.of("jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "esq");

  private FullName() {}

  /**
   * Puts the first and last name beside what is given: the last name is what stands before a comma,
   * else what follows a first name of its own column, else the last word with what belongs to it.
   */
  static void takeApart(String name, Map<String, Object> given) {
    int comma = name.indexOf(',');
    if (comma < 0 && given.get("firstName") instanceof String first) {
      String rest = name.startsWith(first + " ") ? name.substring(first.length()) : name;
      given.putIfAbsent("lastName", rest.strip());
      return;
    }
    if (comma > 0 && BEHIND.contains(Headings.folded(name.substring(comma + 1)))) {
      comma = -1;
    }
    int begin = comma > 0 ? 0 : lastName(name);
    String last = comma > 0 ? name.substring(0, comma) : name.substring(begin);
    String first = comma > 0 ? name.substring(comma + 1) : name.substring(0, begin);
    given.putIfAbsent("lastName", last.strip());
    if (!first.isBlank() && first.strip().length() <= LONGEST) {
      given.putIfAbsent("firstName", first.strip());
    }
  }

  /** Where it begins. */
  private static int lastName(String name) {
    List<String> words = Arrays.asList(name.split("(?<=\\s)(?=\\S)"));
    int begin = words.size() - 1;
    while (begin > 0 && BEHIND.contains(Headings.folded(words.get(begin)))) {
      begin--;
    }
    while (begin > 0 && isBefore(words.get(begin - 1).strip())) {
      begin--;
    }
    return words.subList(0, begin).stream().mapToInt(String::length).sum();
  }

  private static boolean isBefore(String word) {
    return BEFORE.contains(word) && word.equals(word.toLowerCase(Locale.ROOT));
  }
}
