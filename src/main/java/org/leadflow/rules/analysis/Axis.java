package org.leadflow.rules.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Condition;
import org.leadflow.rules.Operator;

/**
 * All values of one fact, cut into slots so that no condition of the rule set tells two values of a
 * slot apart. Slot {@link #UNKNOWN} stands for a fact that is missing.
 */
abstract class Axis {

  static final int UNKNOWN = 0;

  final String fact;

  /** Thousands of rules ask the same. */
  private final Map<Asked, Reach> reached = new HashMap<>();

  Axis(String fact) {
    this.fact = fact;
  }

  /** How many slots there are, possible or not. */
  abstract int size();

  /** The slots some lead may lie in. */
  abstract Slots all();

  /**
   * Where a comparison holds with a known value: in which slots possibly, and in which for certain.
   * Null when nothing can be said.
   */
  abstract @Nullable Reach compared(Condition condition);

  /** What lies in this slot, as it is written in a case; null for {@link #UNKNOWN}. */
  abstract @Nullable String example(int slot);

  /** Some slots in words: {@code country AT or CH}. */
  abstract String words(Slots slots);

  /**
   * @param may slots in which a condition may hold
   * @param sure slots in which it holds for certain
   */
  record Reach(Slots may, Slots sure) {}

  private record Asked(Operator operator, List<String> values) {}

  /** Where this condition on the fact holds. */
  final Reach reach(Condition condition) {
    return reached.computeIfAbsent(
        new Asked(condition.operator(), condition.values()), asked -> found(condition));
  }

  private Reach found(Condition condition) {
    Slots unknown = Slots.of(IntStream.of(UNKNOWN)).and(all());
    Slots known = all().without(unknown);
    Operator operator = condition.operator();
    if (operator == Operator.MISSING) {
      return new Reach(unknown, unknown);
    } else if (operator == Operator.KNOWN) {
      return new Reach(known, known);
    }
    Reach compared = compared(condition);
    if (compared == null) {
      return new Reach(all(), Slots.of(IntStream.empty()));
    }
    boolean alsoUnknown = isNegative(operator);
    Slots may = compared.may.and(known);
    Slots sure = compared.may == compared.sure ? may : compared.sure.and(known);
    return alsoUnknown ? new Reach(may.or(unknown), sure.or(unknown)) : new Reach(may, sure);
  }

  /** Whether a missing fact fulfils it. */
  private static boolean isNegative(Operator operator) {
    return switch (operator) {
      case DIFFERENT, NOT_IN, NOT_MATCHES, NOT_CONTAINS -> true;
      default -> false;
    };
  }
}
