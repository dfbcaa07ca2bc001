package org.leadflow.rules.explain;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.LeadFacts;

/** The facts by the names authors use. */
public final class FactValues {

  private static final Map<String, Method> READERS =
      Stream.of(LeadFacts.class.getRecordComponents())
          .collect(
              Collectors.toMap(
                  RecordComponent::getName,
                  RecordComponent::getAccessor,
                  (one, other) -> one,
                  LinkedHashMap::new));

  private static final Constructor<LeadFacts> CONSTRUCTOR = constructor();

  private FactValues() {}

  /** What is known, in the order of the dictionary. */
  public static Map<String, Object> known(LeadFacts facts) {
    Map<String, Object> known = new LinkedHashMap<>();
    READERS.forEach(
        (name, reader) -> {
          Object value = read(reader, facts);
          if (value != null) {
            known.put(name, value);
          }
        });
    return known;
  }

  /** One fact; null when it is not known or there is no such fact. */
  public static @Nullable Object of(LeadFacts facts, String name) {
    Method reader = READERS.get(name);
    return reader == null ? null : read(reader, facts);
  }

  /** The same facts with this score and grade; null for not scored. */
  public static LeadFacts scored(LeadFacts facts, @Nullable Integer score, @Nullable String grade) {
    return of(
        name ->
            switch (name) {
              case "score" -> score;
              case "grade" -> grade;
              default -> of(facts, name);
            });
  }

  /** Facts with these values, which have to be of the right types. */
  static LeadFacts of(Function<String, @Nullable Object> values) {
    try {
      return CONSTRUCTOR.newInstance(READERS.keySet().stream().map(values).toArray());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("LeadFacts is a public record", impossible);
    }
  }

  private static Constructor<LeadFacts> constructor() {
    try {
      return LeadFacts.class.getDeclaredConstructor(
          Stream.of(LeadFacts.class.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new));
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException("LeadFacts is a record", impossible);
    }
  }

  private static @Nullable Object read(Method reader, LeadFacts facts) {
    try {
      return reader.invoke(facts);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("LeadFacts is a public record", impossible);
    }
  }
}
