package org.leadflow.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.RecordShape;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads leads by their ids, in one statement, and takes the columns in the order of the record:
 * looking each of a hundred columns up for every lead costs a tenth of routing it.
 */
@Component
class StoredLeads {

  private static final String BY_ID =
      "SELECT "
          + columns(RecordShape.of(Lead.class)).collect(Collectors.joining(", "))
          + " FROM lead WHERE lead_id IN (:ids)";

  private final JdbcClient jdbc;

  StoredLeads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those that are there, in any order. */
  List<Lead> of(Collection<UUID> leadIds) {
    return jdbc.sql(BY_ID)
        .param("ids", leadIds)
        .query((row, number) -> new Reading(row).next(Lead.class))
        .list();
  }

  private static Stream<String> columns(RecordShape<?> shape) {
    return Stream.iterate(0, place -> place < shape.names().size(), place -> place + 1)
        .flatMap(
            place ->
                shape.types().get(place).isRecord()
                    ? columns(RecordShape.of(shape.types().get(place).asSubclass(Record.class)))
                    : Stream.of(LeadColumns.columnOf(shape.names().get(place))));
  }

  private static final class Reading {

    private final ResultSet row;
    private int column;

    private Reading(ResultSet row) {
      this.row = row;
    }

    private <R extends Record> R next(Class<R> type) throws SQLException {
      RecordShape<R> shape = RecordShape.of(type);
      @Nullable Object[] values = new Object[shape.names().size()];
      for (int place = 0; place < values.length; place++) {
        Class<?> wanted = shape.types().get(place);
        values[place] = wanted.isRecord() ? next(wanted.asSubclass(Record.class)) : value(wanted);
      }
      return shape.make(values);
    }

    private @Nullable Object value(Class<?> wanted) throws SQLException {
      column++;
      if (wanted == int.class) {
        return row.getInt(column);
      }
      if (wanted == boolean.class) {
        return row.getBoolean(column);
      }
      if (wanted == Instant.class) {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
      }
      return row.getObject(column, wanted);
    }
  }
}
