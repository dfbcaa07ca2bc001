package org.leadflow.assignment.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The values of an entry of a file, each asked for as what it should be. What is something else is
 * complained about and reads as missing.
 *
 * @param complaints takes the field and what would be right
 */
record PlainFields(Map<String, Object> values, BiConsumer<String, String> complaints) {

  Set<String> keys() {
    return values.keySet();
  }

  void complain(String key, String message) {
    complaints.accept(key, message);
  }

  @Nullable String text(String key) {
    return as(key, String.class, "must be a text");
  }

  @Nullable Boolean flag(String key) {
    return as(key, Boolean.class, "must be true or false");
  }

  @Nullable Integer whole(String key) {
    Long number = as(key, Long.class, "must be a whole number");
    if (number != null && number != number.intValue()) {
      complain(key, "must be a smaller number");
      return null;
    }
    return number == null ? null : number.intValue();
  }

  /** One text is a list of it. */
  List<String> texts(String key) {
    Object value = values.get(key);
    if (value == null || value instanceof String) {
      return value == null ? List.of() : List.of((String) value);
    }
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    complain(key, "must be a list of texts, such as [a, b]");
    return List.of();
  }

  /** The entries below a key, complained about under their own keys. */
  PlainFields map(String key) {
    Object value = values.get(key);
    var below = new TreeMap<String, Object>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, each) -> below.put((String) name, each));
    } else if (value != null) {
      complain(key, "must be names with values, such as { a: 1 }");
    }
    return new PlainFields(
        below, (name, message) -> complain(key, "%s %s".formatted(name, message)));
  }

  private <T> @Nullable T as(String key, Class<T> type, String wanted) {
    Object value = values.get(key);
    if (value != null && !type.isInstance(value)) {
      complain(key, wanted + ", not '" + value + "'");
      return null;
    }
    return type.cast(value);
  }
}
