package org.leadflow.lead;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.leadflow.core.RecordShape;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Writes leads that are not stored yet, any number of them in one statement, which names only the
 * columns that one of them fills: of a hundred columns most are empty.
 */
@Component
class NewLeads {

  private final JdbcOperations jdbc;

  NewLeads(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** The leads as they are stored now, in their order. */
  List<Lead> store(List<Lead> leads) {
    List<Lead> stored =
        leads.stream().map(lead -> LeadColumns.changed(lead, Map.of("version", 0L))).toList();
    List<Map<String, Object>> rows = stored.stream().map(NewLeads::row).toList();
    SortedSet<String> columns = new TreeSet<>();
    rows.forEach(row -> columns.addAll(row.keySet()));
    jdbc.batchUpdate(
        "INSERT INTO lead ("
            + String.join(", ", columns)
            + ") VALUES ("
            + columns.stream().map(column -> "?").collect(Collectors.joining(", "))
            + ")",
        rows.stream().map(row -> columns.stream().map(row::get).toArray()).toList());
    return stored;
  }

  private static Map<String, Object> row(Lead lead) {
    Map<String, Object> row = new HashMap<>();
    fill(row, lead);
    return row;
  }

  @SuppressWarnings("unchecked")
  private static <R extends Record> void fill(Map<String, Object> row, R record) {
    RecordShape<R> shape = RecordShape.of((Class<R>) record.getClass());
    for (int place = 0; place < shape.names().size(); place++) {
      Object value = shape.value(record, place);
      if (value instanceof Record fields) {
        fill(row, fields);
      } else if (value != null) {
        row.put(
            LeadColumns.columnOf(shape.names().get(place)),
            value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
      }
    }
  }
}
