package org.leadflow.core;

import jakarta.validation.constraints.Size;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and makes records by the names of their components, for what only a table knows. */
public final class Records {

  private Records() {}

  /** Every component's value by its name, in the order of the record. */
  public static Map<String, @Nullable Object> values(Record record) {
    RecordShape<Record> shape = RecordShape.of(record);
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int place = 0; place < shape.names().size(); place++) {
      values.put(shape.names().get(place), shape.value(record, place));
    }
    return values;
  }

  /**
   * The record with these values in its components of the same names.
   *
   * @throws IllegalArgumentException when it has no component of one of the names
   */
  @SuppressWarnings("unchecked")
  public static <R extends Record> R with(R record, Record values) {
    Map<String, @Nullable Object> all = values(record);
    values(values)
        .forEach(
            (name, value) -> {
              if (!all.containsKey(name)) {
                throw new IllegalArgumentException(record.getClass() + " has no " + name);
              }
              all.put(name, value);
            });
    return of((Class<R>) record.getClass(), all);
  }

  /** A record with these values; a component without one is null. */
  public static <R extends Record> R of(Class<R> type, Map<String, @Nullable Object> values) {
    RecordShape<R> shape = RecordShape.of(type);
    return shape.make(shape.names().stream().map(values::get).toArray());
  }

  /** The component of this name. */
  public static Optional<RecordComponent> component(Class<? extends Record> type, String name) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> component.getName().equals(name))
        .findFirst();
  }

  /** How long a text the component takes; empty when it is no text or has no limit. */
  public static Optional<Integer> longest(Class<? extends Record> type, String name) {
    return component(type, name)
        .map(component -> component.getAccessor().getAnnotation(Size.class))
        .map(Size::max);
  }
}
