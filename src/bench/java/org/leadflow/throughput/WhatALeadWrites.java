package org.leadflow.throughput;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows that came into a database between two looks at it, table by table. */
final class WhatALeadWrites {

  private final JdbcTemplate jdbc;
  private final Map<String, Set<String>> before = new HashMap<>();

  WhatALeadWrites(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    for (String table : tables(jdbc)) {
      var rows = new HashSet<String>();
      rows(table).forEach(row -> rows.add(row.toString()));
      before.put(table, rows);
    }
  }

  /** The new rows; those that were only changed are left out. */
  Map<String, List<Map<String, Object>>> since() {
    var since = new TreeMap<String, List<Map<String, Object>>>();
    for (String table : tables(jdbc)) {
      List<Map<String, Object>> now = rows(table);
      if (now.size() > before.get(table).size()) {
        var added = new ArrayList<Map<String, Object>>();
        now.stream().filter(row -> !before.get(table).contains(row.toString())).map(LinkedHashMap::new).forEach(added::add);
        since.put(table, added);
      }
    }
    return since;
  }

  private List<Map<String, Object>> rows(String table) {
    return jdbc.queryForList("SELECT * FROM " + table);
  }

  /** Those that leads may write into. */
  static List<String> tables(JdbcTemplate jdbc) {
    return jdbc.queryForList(
        """
        SELECT table_name FROM information_schema.tables
        WHERE lower(table_schema) = 'public' AND table_type = 'BASE TABLE'
          AND lower(table_name) NOT LIKE 'match_lock' AND lower(table_name) NOT LIKE 'flyway%'
          AND lower(table_name) NOT LIKE '%bytearray' AND lower(table_name) NOT LIKE 'spring_session%'
        ORDER BY table_name
        """,
        String.class);
  }
}
