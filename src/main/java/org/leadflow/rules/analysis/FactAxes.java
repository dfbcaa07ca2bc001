package org.leadflow.rules.analysis;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Vocabulary;

/** Which values a fact can have at all. */
final class FactAxes {

  private static final Map<String, Class<?>> TYPES =
      Stream.of(LeadFacts.class.getRecordComponents())
          .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getType));

  /** A language tag of a lead may name what is in no list. */
  private static final Set<String> OPEN = Set.of("language");

  private FactAxes() {}

  static boolean isFact(String name) {
    return TYPES.containsKey(name);
  }

  /**
   * @param mentioned values that matter; those that are none of the fact are left out
   * @param rated whether score and grade are there already
   */
  static Axis of(String fact, Collection<String> mentioned, boolean rated) {
    if (!rated && (fact.equals("score") || fact.equals("grade"))) {
      return new Texts(fact, List.of(), false);
    }
    Class<?> type = TYPES.get(fact);
    if (type == Boolean.class) {
      return new Texts(fact, List.of("true", "false"), false);
    } else if (type == Integer.class) {
      BigDecimal most = fact.equals("score") ? BigDecimal.valueOf(100) : null;
      return numbers(fact, Numbers.Kind.WHOLE, mentioned, BigDecimal.ZERO, most, true);
    } else if (type == BigDecimal.class) {
      return numbers(fact, Numbers.Kind.AMOUNT, mentioned, BigDecimal.ZERO, null, true);
    } else if (type == LocalDate.class) {
      return numbers(fact, Numbers.Kind.DAY, mentioned, null, null, false);
    }
    List<String> known = Vocabulary.values().get(fact);
    if (known == null || OPEN.contains(fact)) {
      return new Texts(fact, mentioned, true);
    }
    return new Texts(fact, new HashSet<>(known), false);
  }

  private static Numbers numbers(
      String fact,
      Numbers.Kind kind,
      Collection<String> mentioned,
      @org.jspecify.annotations.Nullable BigDecimal least,
      @org.jspecify.annotations.Nullable BigDecimal most,
      boolean missing) {
    List<BigDecimal> cuts =
        mentioned.stream()
            .map(value -> Numbers.number(kind, value))
            .filter(Objects::nonNull)
            .toList();
    return new Numbers(fact, kind, cuts, least, most, missing);
  }
}
