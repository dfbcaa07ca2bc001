package org.leadflow.rules.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Condition;
import org.leadflow.rules.FactNames;
import org.leadflow.rules.Operator;
import org.leadflow.rules.Place;
import org.leadflow.rules.house.ConditionWords.Word;

/** Takes the text of one constraint apart: {@code employees >= 50 && country in ("DE", "AT")}. */
public final class ConditionReader {

  private static final int MOST_ALTERNATIVES = 64;
  private static final Map<String, Operator> COMPARISONS =
      Map.ofEntries(
          Map.entry("==", Operator.EQUAL),
          Map.entry("!=", Operator.DIFFERENT),
          Map.entry("<", Operator.LESS),
          Map.entry("<=", Operator.AT_MOST),
          Map.entry(">", Operator.MORE),
          Map.entry(">=", Operator.AT_LEAST),
          Map.entry("matches", Operator.MATCHES),
          Map.entry("not matches", Operator.NOT_MATCHES),
          Map.entry("contains", Operator.CONTAINS),
          Map.entry("not contains", Operator.NOT_CONTAINS));
  private static final Map<String, Operator> CALLS =
      Map.of(
          "startsWith", Operator.STARTS_WITH,
          "endsWith", Operator.ENDS_WITH,
          "contains", Operator.CONTAINS);

  private final String text;
  private final Place place;
  private final List<Word> words;
  private int next;

  private ConditionReader(String text, Place place) {
    this.text = text;
    this.place = place;
    this.words = ConditionWords.of(text);
  }

  /**
   * The alternatives of a constraint, at least one, each with at least one condition. What cannot
   * be expressed as a {@link Condition} comes as an opaque one; never fails.
   */
  public static List<List<Condition>> read(String text, Place place) {
    if (text.isBlank()) {
      return List.of(List.of());
    }
    var reader = new ConditionReader(text, place);
    List<List<Condition>> read = reader.or();
    return read == null || reader.next < reader.words.size() || read.size() > MOST_ALTERNATIVES
        ? List.of(List.of(Condition.opaque(text.strip(), place)))
        : read;
  }

  /** Both hold: each alternative of the one with each of the other; opaque when too many. */
  public static List<List<Condition>> both(
      List<List<Condition>> one, List<List<Condition>> other, Place place) {
    if ((long) one.size() * other.size() > MOST_ALTERNATIVES) {
      return List.of(List.of(Condition.opaque(words(one) + " && " + words(other), place)));
    }
    var both = new ArrayList<List<Condition>>();
    for (List<Condition> first : one) {
      for (List<Condition> second : other) {
        var joined = new ArrayList<>(first);
        joined.addAll(second);
        both.add(joined);
      }
    }
    return both;
  }

  private static String words(List<List<Condition>> alternatives) {
    return alternatives.stream()
        .map(all -> all.stream().map(Condition::text).collect(Collectors.joining(" && ")))
        .collect(Collectors.joining(" || ", "(", ")"));
  }

  private @Nullable List<List<Condition>> or() {
    List<List<Condition>> all = and();
    while (all != null && take("||")) {
      List<List<Condition>> more = and();
      if (more == null) {
        return null;
      }
      all = new ArrayList<>(all);
      all.addAll(more);
    }
    return all;
  }

  private @Nullable List<List<Condition>> and() {
    List<List<Condition>> all = one();
    while (all != null && take("&&")) {
      List<List<Condition>> more = one();
      all = more == null ? null : both(all, more, place);
    }
    return all;
  }

  private @Nullable List<List<Condition>> one() {
    if (take("(")) {
      List<List<Condition>> inner = or();
      return take(")") ? inner : null;
    }
    int start = next;
    return comparison().map(each -> List.of(List.of(each))).orElseGet(() -> opaque(start));
  }

  /** Skips to the end of what could not be read: a connective or bracket on the same level. */
  private @Nullable List<List<Condition>> opaque(int start) {
    next = start;
    int depth = 0;
    while (next < words.size()) {
      Word word = words.get(next);
      if (depth == 0 && (word.is(")") || word.is("&&") || word.is("||"))) {
        break;
      }
      depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
      next++;
    }
    return next == start
        ? null
        : List.of(List.of(Condition.opaque(written(start, next).strip(), place)));
  }

  private Optional<Condition> comparison() {
    if (next + 1 >= words.size()) {
      return Optional.empty();
    }
    int start = next;
    String fact = words.get(next++).text();
    int dot = fact.indexOf('.');
    if (dot > 0) {
      return call(start, fact);
    }
    if (!FactNames.withTypes().containsKey(fact)) {
      return Optional.empty();
    }
    boolean negated = take("not");
    String operator =
        (negated ? "not " : "") + words.get(Math.min(next++, words.size() - 1)).text();
    if (operator.equals("in") || operator.equals("not in")) {
      return list(start, fact, negated ? Operator.NOT_IN : Operator.IN);
    }
    Operator known = COMPARISONS.get(operator);
    if (known == null || next >= words.size()) {
      return Optional.empty();
    }
    Word value = words.get(next++);
    if (value.is("null")) {
      return known == Operator.EQUAL || known == Operator.DIFFERENT
          ? done(
              start, fact, known == Operator.EQUAL ? Operator.MISSING : Operator.KNOWN, List.of())
          : Optional.empty();
    }
    return literal(value)
        ? done(start, fact, known, List.of(ConditionWords.value(value)))
        : Optional.empty();
  }

  private Optional<Condition> call(int start, String called) {
    String fact = called.substring(0, called.indexOf('.')).replace("!", "");
    Operator known = CALLS.get(called.substring(called.indexOf('.') + 1));
    if (known == null || !FactNames.withTypes().containsKey(fact) || !take("(")) {
      return Optional.empty();
    }
    Word value = next < words.size() ? words.get(next++) : null;
    return value != null && value.isText() && take(")")
        ? done(start, fact, known, List.of(ConditionWords.value(value)))
        : Optional.empty();
  }

  private Optional<Condition> list(int start, String fact, Operator operator) {
    var values = new ArrayList<String>();
    if (!take("(")) {
      return Optional.empty();
    }
    do {
      if (next >= words.size() || !literal(words.get(next))) {
        return Optional.empty();
      }
      values.add(ConditionWords.value(words.get(next++)));
    } while (take(","));
    return take(")") ? done(start, fact, operator, values) : Optional.empty();
  }

  /** Only when nothing follows that would change what was read, such as {@code + 1}. */
  private Optional<Condition> done(int start, String fact, Operator operator, List<String> values) {
    boolean ends =
        next >= words.size() || List.of(")", "&&", "||").contains(words.get(next).text());
    return ends
        ? Optional.of(new Condition(fact, operator, values, written(start, next), place))
        : Optional.empty();
  }

  private static boolean literal(Word word) {
    return word.isText() || word.is("true") || word.is("false") || word.text().matches("-?\\d.*");
  }

  private String written(int from, int to) {
    return text.substring(words.get(from).start(), words.get(to - 1).end());
  }

  private boolean take(String word) {
    if (next < words.size() && words.get(next).is(word)) {
      next++;
      return true;
    }
    return false;
  }
}
