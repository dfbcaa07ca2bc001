package org.leadflow.rules.analysis;

import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Condition;

/** A fact that is a word: one slot for each value that matters, and one for all others. */
final class Texts extends Axis {

  /** With what a value begins that stands for all others. */
  static final String OTHER = "another";

  private static final int FEW = 12;

  private final List<String> values;
  private final Map<String, Integer> slots;
  private final boolean open;
  private final Slots all;

  /**
   * @param values that have a slot of their own
   * @param open whether there are other values, too
   */
  Texts(String fact, Collection<String> values, boolean open) {
    super(fact);
    this.values = List.copyOf(new TreeSet<>(values));
    this.open = open;
    this.slots =
        IntStream.range(0, this.values.size())
            .boxed()
            .collect(Collectors.toMap(this.values::get, each -> each + 1));
    this.all = Slots.of(IntStream.range(0, size()));
  }

  @Override
  int size() {
    return values.size() + (open ? 2 : 1);
  }

  @Override
  Slots all() {
    return all;
  }

  /** Whether every value has a slot of its own. */
  boolean isClosed() {
    return !open;
  }

  int slot(@Nullable String value) {
    return value == null ? UNKNOWN : slots.getOrDefault(value, values.size() + 1);
  }

  @Override
  @Nullable Reach compared(Condition condition) {
    return switch (condition.operator()) {
      case EQUAL, IN -> exact(asked(condition));
      case DIFFERENT, NOT_IN -> exact(known().without(asked(condition)));
      case MATCHES -> fitting(condition, true);
      case NOT_MATCHES -> fitting(condition, false);
      case STARTS_WITH -> partly(starting(condition.values()));
      case ENDS_WITH -> partly(named(value -> value.endsWith(condition.values().get(0))));
      case CONTAINS -> partly(named(value -> value.contains(condition.values().get(0))));
      case NOT_CONTAINS -> partly(named(value -> !value.contains(condition.values().get(0))));
      case LESS, AT_MOST, MORE, AT_LEAST -> new Reach(all, Slots.of(IntStream.empty()));
      default -> null;
    };
  }

  private @Nullable Reach fitting(Condition condition, boolean wanted) {
    try {
      Pattern pattern = Pattern.compile(condition.values().get(0));
      return partly(named(value -> PatientPattern.matches(pattern, value) == wanted));
    } catch (PatternSyntaxException | StackOverflowError | PatientPattern.OutOfPatience unusable) {
      return null;
    }
  }

  /** Of values without a slot of their own nobody knows. */
  private Reach partly(Slots listed) {
    return open ? new Reach(listed.or(others()), listed) : exact(listed);
  }

  /** The slots of single values that are like this. */
  Slots named(Predicate<String> like) {
    return Slots.of(
        IntStream.range(0, values.size())
            .filter(each -> like.test(values.get(each)))
            .map(each -> each + 1));
  }

  /** The values stand in order, so that those with one start stand together. */
  private Slots starting(List<String> starts) {
    var bits = new BitSet();
    for (String start : starts) {
      int found = Collections.binarySearch(values, start);
      int each = found < 0 ? -found - 1 : found;
      while (each < values.size() && values.get(each).startsWith(start)) {
        bits.set(++each);
      }
    }
    return Slots.owning(bits);
  }

  /** The slots of these values; looking at every slot would take long where each has its own. */
  private Slots asked(Condition condition) {
    var bits = new BitSet();
    for (String value : condition.values()) {
      Integer slot = slots.get(value);
      if (slot != null) {
        bits.set(slot);
      }
    }
    return Slots.of(bits);
  }

  private Slots known() {
    return all.without(Slots.of(IntStream.of(UNKNOWN)));
  }

  private static Reach exact(Slots slots) {
    return new Reach(slots, slots);
  }

  private Slots others() {
    return Slots.of(IntStream.of(values.size() + 1));
  }

  @Override
  @Nullable String example(int slot) {
    if (slot == UNKNOWN) {
      return null;
    }
    if (slot <= values.size()) {
      return values.get(slot - 1);
    }
    String other = OTHER;
    while (values.contains(other)) {
      other += " one";
    }
    return other;
  }

  @Override
  String words(Slots chosen) {
    boolean unknown = chosen.has(UNKNOWN);
    boolean others = open && chosen.has(values.size() + 1);
    List<String> named =
        chosen.stream()
            .filter(each -> each > 0 && each <= values.size())
            .mapToObj(each -> values.get(each - 1))
            .toList();
    List<String> left =
        IntStream.range(0, values.size())
            .filter(each -> !chosen.has(each + 1))
            .mapToObj(values::get)
            .toList();
    if (unknown && named.isEmpty() && !others) {
      return fact + " not known";
    }
    if (others || (left.size() < named.size() && named.size() > FEW)) {
      String known = left.isEmpty() ? " known" : " known, but not " + list(left, "or");
      return fact + (unknown ? " not " + list(left, "or") + ", or not known" : known);
    }
    return fact + " " + list(named, "or") + (unknown ? ", or not known" : "");
  }

  static String list(List<String> words, String last) {
    List<String> shown = words.size() <= FEW + 1 ? words : words.subList(0, FEW);
    if (shown.size() < words.size()) {
      return String.join(", ", shown) + " " + last + " " + (words.size() - shown.size()) + " more";
    }
    return shown.size() < 2
        ? String.join("", shown)
        : String.join(", ", shown.subList(0, shown.size() - 1))
            + " "
            + last
            + " "
            + shown.get(shown.size() - 1);
  }
}
