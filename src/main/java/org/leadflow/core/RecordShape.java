package org.leadflow.core;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The components of a type of records and how one is made, found out once for each type: asking for
 * them each time costs more than all else that is done with a lead in memory.
 */
public final class RecordShape<R extends Record> {

  private static final ClassValue<RecordShape<?>> KNOWN =
      new ClassValue<>() {
        @Override
        protected RecordShape<?> computeValue(Class<?> type) {
          return new RecordShape<>(type.asSubclass(Record.class));
        }
      };

  private final List<String> names;
  private final List<Class<?>> types;
  private final Method[] accessors;
  private final Constructor<R> constructor;

  private RecordShape(Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    names = Arrays.stream(components).map(RecordComponent::getName).toList();
    types = Arrays.stream(components).<Class<?>>map(RecordComponent::getType).toList();
    accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
    try {
      constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
    constructor.setAccessible(true);
    Arrays.stream(accessors).forEach(accessor -> accessor.setAccessible(true));
  }

  @SuppressWarnings("unchecked")
  public static <R extends Record> RecordShape<R> of(Class<R> type) {
    return (RecordShape<R>) KNOWN.get(type);
  }

  /** The shape of this record's own type. */
  @SuppressWarnings("unchecked")
  static RecordShape<Record> of(Record record) {
    return of((Class<Record>) record.getClass());
  }

  /** Of its components, in their order. */
  public List<String> names() {
    return names;
  }

  /** Of its components, in their order. */
  public List<Class<?>> types() {
    return types;
  }

  /** The component at this place, counted from 0. */
  public @Nullable Object value(R record, int place) {
    try {
      return accessors[place].invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A record of these values, in the order of its components. */
  public R make(@Nullable Object... values) {
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
