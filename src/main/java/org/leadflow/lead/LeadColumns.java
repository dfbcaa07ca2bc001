package org.leadflow.lead;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.RecordShape;

/** Applies changes of columns to a lead in memory, so that it reads as it will be stored. */
final class LeadColumns {

  private static final Map<String, String> COLUMNS = new ConcurrentHashMap<>();

  private LeadColumns() {}

  static Lead changed(Lead lead, Map<String, @Nullable Object> columns) {
    return copy(lead, columns);
  }

  static LeadFields changed(LeadFields fields, Map<String, @Nullable Object> columns) {
    return copy(fields, columns);
  }

  /** A column belongs to the component of its name, of the lead or of its fields. */
  @SuppressWarnings("unchecked")
  private static <T extends Record> T copy(T record, Map<String, @Nullable Object> columns) {
    RecordShape<T> shape = RecordShape.of((Class<T>) record.getClass());
    if (shape.names().stream().map(LeadColumns::columnOf).noneMatch(columns::containsKey)
        && !(record instanceof Lead)) {
      return record;
    }
    @Nullable Object[] values = new Object[shape.names().size()];
    for (int place = 0; place < values.length; place++) {
      Object old = shape.value(record, place);
      String column = columnOf(shape.names().get(place));
      values[place] =
          old instanceof LeadFields || old instanceof ProductFields
              ? copy((Record) old, columns)
              : columns.containsKey(column) ? columns.get(column) : old;
    }
    return shape.make(values);
  }

  static String columnOf(String name) {
    return COLUMNS.computeIfAbsent(
        name, text -> text.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(Locale.ROOT));
  }
}
