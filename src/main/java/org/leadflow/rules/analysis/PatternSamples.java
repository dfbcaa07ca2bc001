package org.leadflow.rules.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Texts that fit a regular expression, the shortest that its words ask for. Knows what rules use of
 * regular expressions; for the rest there is no sample. Each sample was tried against the pattern.
 */
final class PatternSamples {

  static final int MOST = 12;
  private static final int LONGEST = 200;
  private static final String PLAIN = "a1A 0-_.@z";

  private final String pattern;
  private int at;

  private PatternSamples(String pattern) {
    this.pattern = pattern;
  }

  /** At most a dozen; none when the pattern is broken or of another kind. */
  static Set<String> of(String pattern) {
    var samples = new LinkedHashSet<String>();
    try {
      Pattern compiled = Pattern.compile(pattern);
      var reader = new PatternSamples(pattern);
      var candidates = new ArrayList<>(reader.alternatives());
      candidates.add("a");
      for (String each : candidates) {
        if (!each.isBlank()
            && each.length() <= LONGEST
            && samples.size() < MOST
            && PatientPattern.matches(compiled, each)) {
          samples.add(each);
        }
      }
    } catch (RuntimeException | StackOverflowError unusable) {
      // Broken, endless, or of a kind that is not read here: nothing is claimed about it.
    }
    return samples;
  }

  private List<String> alternatives() {
    var all = new ArrayList<>(sequence());
    while (is('|')) {
      at++;
      all.addAll(sequence());
    }
    return all;
  }

  private List<String> sequence() {
    List<String> all = List.of("");
    while (at < pattern.length() && !is('|') && !is(')')) {
      List<String> next = repeated(atom());
      var joined = new ArrayList<String>();
      for (String start : all) {
        for (String end : next) {
          if (joined.size() < MOST && start.length() + end.length() <= LONGEST) {
            joined.add(start + end);
          }
        }
      }
      all = joined;
    }
    return all;
  }

  /** As seldom as the quantifier behind it allows. */
  private List<String> repeated(List<String> atom) {
    int times = 1;
    if (is('*') || is('?')) {
      at++;
      times = 0;
    } else if (is('+')) {
      at++;
    } else if (is('{')) {
      int end = pattern.indexOf('}', at);
      times = Math.min(LONGEST, Integer.parseInt(pattern.substring(at + 1, end).split(",")[0]));
      at = end + 1;
    } else {
      return atom;
    }
    if (is('?') || is('+')) {
      at++;
    }
    int often = times;
    return often == 0 ? List.of("") : atom.stream().map(each -> each.repeat(often)).toList();
  }

  private List<String> atom() {
    char c = pattern.charAt(at);
    return switch (c) {
      case '(' -> group();
      case '[' -> List.of(oneOf(characters()));
      case '\\' -> List.of(escaped());
      case '.' -> single("a");
      case '^', '$' -> single("");
      default -> single(String.valueOf(c));
    };
  }

  private List<String> single(String text) {
    at++;
    return List.of(text);
  }

  private List<String> group() {
    at++;
    boolean looksAround = false;
    if (is('?')) {
      at++;
      looksAround = pattern.startsWith("=", at) || pattern.startsWith("!", at);
      looksAround |= pattern.startsWith("<=", at) || pattern.startsWith("<!", at);
      boolean named = is('<') && !looksAround;
      while (!looksAround && !is(':') && !is(')') && !(named && is('>'))) {
        at++;
      }
      if (is(')')) {
        at++;
        return List.of("");
      }
      at += pattern.startsWith("<", at) && looksAround ? 2 : 1;
    }
    List<String> inner = alternatives();
    at++;
    return looksAround ? List.of("") : inner;
  }

  /** The class of characters from here on, with its brackets. */
  private String characters() {
    int start = at;
    int depth = 0;
    do {
      char c = pattern.charAt(at);
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      at += c == '\\' ? 2 : 1;
    } while (depth > 0);
    return pattern.substring(start, at);
  }

  private static String oneOf(String characters) {
    Pattern one = Pattern.compile(characters);
    return (characters + PLAIN)
        .chars()
        .mapToObj(Character::toString)
        .filter(each -> one.matcher(each).matches())
        .findFirst()
        .orElseThrow(UnsupportedOperationException::new);
  }

  private String escaped() {
    char kind = pattern.charAt(at + 1);
    if (kind == 'Q') {
      int end = pattern.indexOf("\\E", at);
      String quoted = pattern.substring(at + 2, end < 0 ? pattern.length() : end);
      at = end < 0 ? pattern.length() : end + 2;
      return quoted;
    }
    if ("bBAzZG".indexOf(kind) >= 0) {
      at += 2;
      return "";
    }
    if (!Character.isLetterOrDigit(kind)) {
      at += 2;
      return String.valueOf(kind);
    }
    if (Character.isDigit(kind) || kind == 'k') {
      throw new UnsupportedOperationException("a group is asked for again");
    }
    int end =
        switch (kind) {
          case 'p', 'P' -> pattern.charAt(at + 2) == '{' ? pattern.indexOf('}', at) + 1 : at + 3;
          case 'u' -> at + 6;
          case 'x' -> at + 4;
          default -> at + 2;
        };
    String one = pattern.substring(at, end);
    at = end;
    return oneOf("[" + one + "]");
  }

  private boolean is(char c) {
    return at < pattern.length() && pattern.charAt(at) == c;
  }
}
