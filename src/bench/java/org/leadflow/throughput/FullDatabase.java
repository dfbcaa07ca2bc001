package org.leadflow.throughput;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Makes a database large: all rows that some leads wrote are copied under other ids, as often as it takes.
 * What leads are recognised by gets the number of the copy, so that the copies are of different people.
 */
final class FullDatabase {

  private static final Pattern ID = Pattern.compile("(\\w+:)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final JdbcTemplate jdbc;
  private final boolean h2;

  /**
   * @param connection to a database that nobody else writes to
   */
  FullDatabase(Connection connection, boolean h2) {
    this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    this.h2 = h2;
  }

  /**
   * @param written by the leads to be copied
   */
  void copy(Map<String, List<Map<String, Object>>> written, int times) {
    Set<String> ids = new HashSet<>();
    written.values().forEach(rows -> rows.forEach(row -> row.forEach((column, value) -> {
      if (value instanceof UUID || value instanceof String text && column.equalsIgnoreCase("id_") && ID.matcher(text).matches()) {
        ids.add(value.toString());
      }
    })));
    List<String> statements = new ArrayList<>();
    written.forEach((table, rows) -> {
      List<String> columns = List.copyOf(rows.get(0).keySet());
      jdbc.execute("CREATE TABLE copied_" + table + " AS SELECT * FROM " + table + (h2 ? " WITH DATA" : ""));
      statements.add(
          "INSERT INTO %s (%s) SELECT %s FROM copied_%s, %s"
              .formatted(
                  table,
                  String.join(", ", columns),
                  columns.stream().map(column -> value(table, column, rows, ids)).collect(Collectors.joining(", ")),
                  table,
                  h2 ? "SYSTEM_RANGE(1, " + times + ") AS copy (n)" : "generate_series(1, " + times + ") AS copy (n)"));
    });
    jdbc.execute(h2 ? "SET REFERENTIAL_INTEGRITY FALSE" : "SET session_replication_role = replica");
    statements.forEach(jdbc::execute);
    jdbc.execute(h2 ? "SET REFERENTIAL_INTEGRITY TRUE" : "RESET session_replication_role");
    written.keySet().forEach(table -> jdbc.execute("DROP TABLE copied_" + table));
    jdbc.execute("ANALYZE");
  }

  private String value(String table, String column, List<Map<String, Object>> rows, Set<String> ids) {
    if (PlainInserts.isHash(column)) {
      return "substr(" + column + ", 1, 50) || lpad(CAST(n AS varchar(14)), 14, '0')";
    }
    boolean mapped =
        rows.stream().limit(5000).map(row -> row.get(column)).anyMatch(value -> value != null && ids.contains(value.toString()));
    if (mapped) {
      boolean uuid = rows.stream().map(row -> row.get(column)).anyMatch(UUID.class::isInstance);
      String hash = h2 ? "CAST(HASH('MD5', CAST(" + column + " AS varchar) || n) AS UUID)" : "md5(" + column + "::text || n)::uuid";
      return uuid ? hash : h2 ? "CAST(" + hash + " AS varchar)" : hash + "::text";
    }
    return table.equalsIgnoreCase("lead_key") && column.equalsIgnoreCase("content") ? column + " || '~' || n" : column;
  }
}
