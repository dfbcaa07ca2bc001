package org.leadflow.rules.table;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Condition;
import org.leadflow.rules.FactNames;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Vocabulary;

/** Makes a lead that fulfils conditions. */
final class SampleLead {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
  private static final List<String> NAMES = FactNames.all();
  private static final Constructor<LeadFacts> LEAD = constructor();

  private SampleLead() {}

  /** A lead all of these conditions hold for; empty when none was found. */
  static Optional<LeadFacts> of(List<Condition> conditions) {
    var byFact = new LinkedHashMap<String, List<Condition>>();
    conditions.forEach(
        each -> byFact.computeIfAbsent(each.fact(), none -> new ArrayList<>()).add(each));
    var values = new Object[NAMES.size()];
    values[NAMES.indexOf("today")] = TODAY;
    for (Map.Entry<String, List<Condition>> each : byFact.entrySet()) {
      Optional<Optional<Object>> value = value(each.getKey(), each.getValue());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values[NAMES.indexOf(each.getKey())] = value.get().orElse(null);
    }
    try {
      return Optional.of(LEAD.newInstance(values));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("LeadFacts is a public record", impossible);
    }
  }

  /** A value all conditions hold for; the inner one is empty when the fact has to be missing. */
  private static Optional<Optional<Object>> value(String fact, List<Condition> conditions) {
    return candidates(fact, conditions)
        .map(Optional::ofNullable)
        .filter(
            value -> conditions.stream().allMatch(each -> RowTest.holds(each, value.orElse(null))))
        .findFirst();
  }

  private static Stream<@Nullable Object> candidates(String fact, List<Condition> conditions) {
    Class<?> type = FactNames.withTypes().get(fact);
    var candidates = new ArrayList<@Nullable Object>();
    var start = new StringBuilder();
    var middle = new StringBuilder();
    var end = new StringBuilder();
    for (Condition condition : conditions) {
      for (String value : condition.values()) {
        around(CellValues.typed(type, value), candidates);
      }
      if (!condition.values().isEmpty()) {
        String first = condition.values().get(0);
        switch (condition.operator()) {
          case STARTS_WITH -> start.append(first);
          case CONTAINS -> middle.append(first);
          case ENDS_WITH -> end.append(first);
          default -> {}
        }
      }
    }
    if (type == String.class) {
      candidates.add("" + start + middle + end);
      candidates.addAll(Vocabulary.values().getOrDefault(fact, List.of("any", "other")));
    } else {
      around(any(type), candidates);
    }
    if (!"today".equals(fact)) {
      candidates.add(null);
    }
    return candidates.stream();
  }

  private static Comparable<?> any(Class<?> type) {
    if (type == Integer.class) {
      return 1;
    } else if (type == BigDecimal.class) {
      return BigDecimal.ONE;
    }
    return type == Boolean.class ? Boolean.TRUE : TODAY;
  }

  /** The value itself and what lies next to it. */
  private static void around(Comparable<?> value, List<@Nullable Object> into) {
    into.add(value);
    if (value instanceof Integer number) {
      into.add(number + 1);
      into.add(number - 1);
    } else if (value instanceof BigDecimal amount) {
      into.add(amount.add(new BigDecimal("0.01")));
      into.add(amount.subtract(new BigDecimal("0.01")));
    } else if (value instanceof LocalDate day) {
      into.add(day.plusDays(1));
      into.add(day.minusDays(1));
    } else if (value instanceof Boolean yes) {
      into.add(!yes);
    }
  }

  private static Constructor<LeadFacts> constructor() {
    try {
      return LeadFacts.class.getDeclaredConstructor(
          Stream.of(LeadFacts.class.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new));
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException("LeadFacts is a public record", impossible);
    }
  }
}
