package org.leadflow.core;

import java.util.HashMap;
import java.util.Map;

/**
 * A part of a WHERE clause, true or false for each row, with the values of its named parameters.
 *
 * @param sql in brackets where it holds alternatives, so that it stands beside others
 * @param values by the names in the text, which no other condition of the same statement has
 */
public record Condition(String sql, Map<String, Object> values) {

  /** Every row fits. */
  public static final Condition ALL = new Condition("1 = 1", Map.of());

  /** No row fits. */
  public static final Condition NONE = new Condition("1 = 0", Map.of());

  public Condition {
    values = Map.copyOf(values);
  }

  public static Condition of(String sql) {
    return new Condition(sql, Map.of());
  }

  public static Condition of(String sql, String name, Object value) {
    return new Condition(sql, Map.of(name, value));
  }

  /** Both hold. */
  public Condition and(Condition other) {
    Map<String, Object> all = new HashMap<>(values);
    all.putAll(other.values);
    return new Condition(sql + " AND " + other.sql, all);
  }
}
