package org.leadflow.throughput;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.leadflow.core.Ids;

/** The same rows as the product writes for a lead, under new ids, by JDBC and in one transaction. */
final class PlainInserts {

  private final DataSource source;
  private final Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
  private final Set<String> ids = new HashSet<>();

  /**
   * @param written by one lead
   */
  PlainInserts(DataSource source, Map<String, List<Map<String, Object>>> written) throws SQLException {
    this.source = source;
    // The id of a record is what its first column or its key has in it.
    written.values().forEach(all -> all.forEach(row -> row.forEach((column, value) -> {
      if (value instanceof UUID id) {
        ids.add(id.toString());
      } else if (value instanceof String text && column.equalsIgnoreCase("id_")) {
        ids.add(text);
      }
    })));
    inAnOrderThatWorks(new LinkedHashMap<>(written));
  }

  /** Foreign keys ask for it; it is found by trying. */
  private void inAnOrderThatWorks(Map<String, List<Map<String, Object>>> left) throws SQLException {
    while (!left.isEmpty()) {
      String found = null;
      for (String table : left.keySet()) {
        rows.put(table, left.get(table));
        if (works()) {
          found = table;
          break;
        }
        rows.remove(table);
      }
      if (found == null) {
        throw new IllegalStateException("No order of " + left.keySet());
      }
      left.remove(found);
    }
  }

  private boolean works() throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        insert(connection);
        return true;
      } catch (SQLException order) {
        return false;
      } finally {
        connection.rollback();
      }
    }
  }

  void lead() throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      insert(connection);
      connection.commit();
    }
  }

  int rows() {
    return rows.values().stream().mapToInt(List::size).sum();
  }

  private void insert(Connection connection) throws SQLException {
    var fresh = new HashMap<String, String>();
    for (Map.Entry<String, List<Map<String, Object>>> table : rows.entrySet()) {
      List<String> columns = new ArrayList<>(table.getValue().get(0).keySet());
      String sql =
          "INSERT INTO %s (%s) VALUES (%s)"
              .formatted(table.getKey(), String.join(", ", columns), "?, ".repeat(columns.size() - 1) + "?");
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (Map<String, Object> row : table.getValue()) {
          for (int i = 0; i < columns.size(); i++) {
            Object value = row.get(columns.get(i));
            statement.setObject(i + 1, isHash(columns.get(i)) ? hash(value, fresh) : fresh(value, fresh));
          }
          statement.addBatch();
        }
        statement.executeBatch();
      }
    }
  }

  /** A trail's line hangs on the one before it by its hash, which no other line has. */
  static boolean isHash(String column) {
    return column.toLowerCase(Locale.ROOT).endsWith("hash");
  }

  private static Object hash(Object value, Map<String, String> fresh) {
    return value == null
        ? null
        : fresh.computeIfAbsent(
            value.toString(), old -> (Ids.next() + "" + Ids.next()).replace("-", ""));
  }

  private Object fresh(Object value, Map<String, String> fresh) {
    if (value instanceof UUID id) {
      return UUID.fromString(fresh.computeIfAbsent(id.toString(), old -> Ids.next().toString()));
    } else if (value instanceof String text && ids.contains(text)) {
      return fresh.computeIfAbsent(
          text, old -> old.contains(":") ? old.substring(0, old.indexOf(':') + 1) + Ids.next() : Ids.next().toString());
    }
    return value;
  }
}
