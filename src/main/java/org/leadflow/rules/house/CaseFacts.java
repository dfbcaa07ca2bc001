package org.leadflow.rules.house;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.FactNames;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Suggestion;
import org.leadflow.rules.Vocabulary;

/** Makes facts out of what stands in a case. */
final class CaseFacts {

  /** The day of every case that does not name one. */
  static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  private CaseFacts() {}

  /** Why this fact cannot have this value; null when it can. */
  static @Nullable String objection(String name, String value) {
    Class<?> type = FactNames.withTypes().get(name);
    if (type == null) {
      return Suggestion.unknownFact(name);
    }
    if (value.isBlank()) {
      return "leave " + name + " out when it is not known";
    }
    List<String> known = Vocabulary.values().get(name);
    if (known != null && !known.contains(value)) {
      return Suggestion.unknownValue(name, value, known);
    }
    try {
      convert(value, type);
      return null;
    } catch (IllegalArgumentException | DateTimeParseException unreadable) {
      return name + " is " + kind(type) + ", and \"" + value + "\" is none";
    }
  }

  /** Facts with these values, which had no objection; all others are unknown. */
  static LeadFacts of(Map<String, String> values) {
    return of(
        name ->
            values.containsKey(name)
                ? convert(values.get(name), FactNames.withTypes().get(name))
                : "today".equals(name) ? TODAY : null);
  }

  /** The same facts without one of them. */
  static LeadFacts without(LeadFacts facts, String left) {
    return of(name -> name.equals(left) ? null : value(facts, name));
  }

  /** Names of the facts that are known and may be missing. */
  static List<String> known(LeadFacts facts) {
    return FactNames.all().stream()
        .filter(name -> !"today".equals(name) && value(facts, name) != null)
        .toList();
  }

  /** What is known, as it is written in a case. */
  static Map<String, String> words(LeadFacts facts) {
    var words = new LinkedHashMap<String, String>();
    for (String name : FactNames.all()) {
      Object value = value(facts, name);
      if (value != null) {
        words.put(
            name, value instanceof BigDecimal number ? number.toPlainString() : value.toString());
      }
    }
    return words;
  }

  /** What a type is called in the dictionary. */
  static String kind(Class<?> type) {
    if (type == Integer.class) {
      return "a whole number";
    } else if (type == BigDecimal.class) {
      return "an amount";
    } else if (type == Boolean.class) {
      return "true or false";
    }
    return type == LocalDate.class ? "a date" : "a text";
  }

  private static Object convert(String value, Class<?> type) {
    if (type == Integer.class) {
      return Integer.valueOf(value);
    } else if (type == BigDecimal.class) {
      return new BigDecimal(value);
    } else if (type == LocalDate.class) {
      return LocalDate.parse(value);
    } else if (type == Boolean.class && !value.matches("true|false")) {
      throw new IllegalArgumentException(value);
    }
    return type == Boolean.class ? (Object) Boolean.valueOf(value) : value;
  }

  private interface Values {
    @Nullable Object of(String name);
  }

  private static LeadFacts of(Values values) {
    RecordComponent[] components = LeadFacts.class.getRecordComponents();
    try {
      return LeadFacts.class
          .getDeclaredConstructor(
              Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
          .newInstance(Stream.of(components).map(each -> values.of(each.getName())).toArray());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("LeadFacts is a public record", impossible);
    }
  }

  private static @Nullable Object value(LeadFacts facts, String name) {
    try {
      return LeadFacts.class.getMethod(name).invoke(facts);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("LeadFacts is a public record", impossible);
    }
  }
}
