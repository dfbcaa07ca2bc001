package org.leadflow.rules;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of {@link LeadFacts}. */
public final class FactNames {

  private static final Map<String, Class<?>> TYPES = types();

  /** One each for good: a reader is a class of its own, which the virtual machine never unloads. */
  private static final Map<String, Function<LeadFacts, @Nullable Object>> READERS =
      new ConcurrentHashMap<>();

  private FactNames() {}

  /** In the order of the dictionary. */
  public static List<String> all() {
    return List.copyOf(TYPES.keySet());
  }

  public static Map<String, Class<?>> withTypes() {
    return TYPES;
  }

  private static Map<String, Class<?>> types() {
    var types = new LinkedHashMap<String, Class<?>>();
    Stream.of(LeadFacts.class.getRecordComponents())
        .forEach((RecordComponent each) -> types.put(each.getName(), each.getType()));
    return types;
  }

  /**
   * Reads one fact of a lead; null when it is missing.
   *
   * @throws IllegalArgumentException if there is no such fact
   */
  public static Function<LeadFacts, @Nullable Object> reader(String name) {
    if (!TYPES.containsKey(name)) {
      throw new IllegalArgumentException(Suggestion.unknownFact(name));
    }
    return READERS.computeIfAbsent(name, FactNames::newReader);
  }

  private static Function<LeadFacts, @Nullable Object> newReader(String name) {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      MethodHandle getter =
          lookup.findVirtual(LeadFacts.class, name, MethodType.methodType(TYPES.get(name)));
      // As fast as a method reference written by hand, which a plain method handle is not.
      return (Function<LeadFacts, @Nullable Object>)
          LambdaMetafactory.metafactory(
                  lookup,
                  "apply",
                  MethodType.methodType(Function.class),
                  MethodType.methodType(Object.class, Object.class),
                  getter,
                  MethodType.methodType(TYPES.get(name), LeadFacts.class))
              .getTarget()
              .invoke();
    } catch (Throwable impossible) {
      throw new IllegalStateException("LeadFacts is a public record", impossible);
    }
  }
}
