package org.leadflow.rules.table;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Condition;
import org.leadflow.rules.FactNames;
import org.leadflow.rules.LeadFacts;

/** Asks a single condition of a row, where no index helps. */
final class RowTest {

  private RowTest() {}

  /** Whether a condition of a row holds for a value of its fact; null for a missing one. */
  static boolean holds(Condition condition, @Nullable Object value) {
    Class<?> type = FactNames.withTypes().get(condition.fact());
    return switch (condition.operator()) {
      case MISSING -> value == null;
      case KNOWN -> value != null;
      case EQUAL, IN -> value != null && names(condition, type, value);
      case DIFFERENT, NOT_IN -> value == null || !names(condition, type, value);
      default -> value != null && test(condition).test(value);
    };
  }

  @SuppressWarnings("unchecked")
  private static boolean names(Condition condition, Class<?> type, Object value) {
    return condition.values().stream()
        .anyMatch(
            each -> ((Comparable<Object>) CellValues.typed(type, each)).compareTo(value) == 0);
  }

  static Predicate<LeadFacts> of(Condition condition) {
    Function<LeadFacts, @Nullable Object> fact = FactNames.reader(condition.fact());
    Predicate<Object> test = test(condition);
    return lead -> {
      Object value = fact.apply(lead);
      return value != null && test.test(value);
    };
  }

  @SuppressWarnings("unchecked")
  private static Predicate<Object> test(Condition condition) {
    List<String> values = condition.values();
    String first = values.get(0);
    return switch (condition.operator()) {
      case CONTAINS -> value -> value.toString().contains(first);
      case ENDS_WITH -> value -> value.toString().endsWith(first);
      case STARTS_WITH -> value -> values.stream().anyMatch(value.toString()::startsWith);
      default -> {
        var bound =
            (Comparable<Object>)
                CellValues.typed(FactNames.withTypes().get(condition.fact()), first);
        yield switch (condition.operator()) {
          case AT_LEAST -> value -> bound.compareTo(value) <= 0;
          case MORE -> value -> bound.compareTo(value) < 0;
          case AT_MOST -> value -> bound.compareTo(value) >= 0;
          case LESS -> value -> bound.compareTo(value) > 0;
          default ->
              throw new IllegalArgumentException("a table cannot ask " + condition.operator());
        };
      }
    };
  }
}
