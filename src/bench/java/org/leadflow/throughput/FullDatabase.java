package org.leadflow.throughput;

import java.sql.Connection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a database large: all rows that some leads wrote are copied under other ids, as often as it takes.
 * What leads are recognised by gets the number of the copy, so that the copies are of different people.
 */
final class FullDatabase {

  private static final Pattern ID = Pattern.compile("(\\w+:)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** Stands for the number of the copy, which takes the place of the first eight digits of each id: ids grow, as in life. */
  private static final String COPY = "{copy}";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final boolean h2;
  private final List<String> tables;

  /**
   * Remembers what there is.
   *
   * @param connection to a database that nobody writes to while this one works
   */
  FullDatabase(Connection connection, boolean h2) {
    var source = new SingleConnectionDataSource(connection, true);
    this.jdbc = new JdbcTemplate(source);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    this.h2 = h2;
    this.tables = WhatALeadWrites.tables(jdbc);
    tables.forEach(table -> create("before_" + table, "SELECT * FROM " + table));
  }

  private void create(String table, String rows) {
    jdbc.execute("CREATE TABLE " + table + " AS " + rows + (h2 ? " WITH DATA" : ""));
  }

  private long count(String table) {
    return jdbc.queryForObject("SELECT count(*) FROM " + table, Long.class);
  }

  /** Copies the rows that came since then. */
  void copy(int times) {
    var written = new TreeMap<String, List<Map<String, Object>>>();
    for (String table : tables) {
      if (count(table) > count("before_" + table)) {
        create("copied_" + table, "SELECT * FROM " + table + " EXCEPT SELECT * FROM before_" + table);
        written.put(table, jdbc.queryForList("SELECT * FROM copied_" + table));
      }
      jdbc.execute("DROP TABLE before_" + table);
    }
    Set<String> ids = new HashSet<>();
    written.values().forEach(rows -> rows.forEach(row -> row.forEach((column, value) -> {
      if (value instanceof UUID || value instanceof String text && column.equalsIgnoreCase("id_") && ID.matcher(text).matches()) {
        ids.add(value.toString());
      }
    })));
    Map<String, String> statements = new LinkedHashMap<>();
    written.forEach((table, rows) -> {
      List<String> columns = List.copyOf(rows.get(0).keySet());
      statements.put(
          table,
          "INSERT INTO %s (%s) SELECT %s FROM copied_%s"
              .formatted(
                  table,
                  String.join(", ", columns),
                  columns.stream().map(column -> value(table, column, rows, ids)).collect(Collectors.joining(", ")),
                  table));
    });
    jdbc.execute(h2 ? "SET REFERENTIAL_INTEGRITY FALSE" : "SET session_replication_role = replica");
    for (int copy = 1; copy <= times; copy++) {
      String number = "%08x".formatted(copy);
      // At once, so that the product does not count for its reports what is counted already.
      transaction.executeWithoutResult(
          status -> statements.values().forEach(statement -> jdbc.execute(statement.replace(COPY, number))));
    }
    jdbc.execute(h2 ? "SET REFERENTIAL_INTEGRITY TRUE" : "RESET session_replication_role");
    written.keySet().forEach(table -> jdbc.execute("DROP TABLE copied_" + table));
    if (h2) {
      jdbc.execute("ANALYZE");
    } else {
      // Else it would be done by itself while the first things are measured.
      jdbc.execute("VACUUM ANALYZE");
      jdbc.execute("CHECKPOINT");
    }
  }

  private String value(String table, String column, List<Map<String, Object>> rows, Set<String> ids) {
    if (PlainInserts.isHash(column)) {
      return "'" + COPY + "' || substr(" + column + ", 9)";
    }
    boolean mapped =
        rows.stream().limit(5000).map(row -> row.get(column)).anyMatch(value -> value != null && ids.contains(value.toString()));
    if (mapped) {
      boolean uuid = rows.stream().map(row -> row.get(column)).anyMatch(UUID.class::isInstance);
      String name = "position(':' IN " + column + ")";
      return uuid
          ? "CAST('" + COPY + "' || substr(CAST(" + column + " AS varchar(36)), 9) AS uuid)"
          // Some begin with the name of an element.
          : "substr(%1$s, 1, %2$s) || '%3$s' || substr(%1$s, %2$s + 9)".formatted(column, name, COPY);
    }
    return table.equalsIgnoreCase("lead_key") && column.equalsIgnoreCase("content") ? column + " || '~" + COPY + "'" : column;
  }
}
