package org.leadflow.lead;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies changes of columns to a lead in memory, so that it reads as it will be stored. */
final class LeadColumns {

  private LeadColumns() {}

  static Lead changed(Lead lead, Map<String, @Nullable Object> columns) {
    return copy(lead, columns);
  }

  static LeadFields changed(LeadFields fields, Map<String, @Nullable Object> columns) {
    return copy(fields, columns);
  }

  /** A column belongs to the component of its name, of the lead or of its fields. */
  private static <T extends Record> T copy(T record, Map<String, @Nullable Object> columns) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Object[] values =
        Arrays.stream(components).map(component -> value(component, record, columns)).toArray();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      @SuppressWarnings("unchecked")
      var constructor = (Constructor<T>) record.getClass().getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static @Nullable Object value(
      RecordComponent component, Record record, Map<String, @Nullable Object> columns) {
    try {
      Object old = component.getAccessor().invoke(record);
      if (old instanceof LeadFields || old instanceof ProductFields) {
        return copy((Record) old, columns);
      }
      String column = columnOf(component.getName());
      return columns.containsKey(column) ? columns.get(column) : old;
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String columnOf(String name) {
    return name.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
