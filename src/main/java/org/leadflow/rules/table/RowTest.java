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
