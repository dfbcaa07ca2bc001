package org.leadflow.process.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was moved, so that it can be moved back. */
@Component
class MigrationRows {

  private final JdbcClient jdbc;
  private final JdbcOperations batch;
  private final ObjectMapper json;

  MigrationRows(JdbcClient jdbc, JdbcOperations batch, ObjectMapper json) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.json = json;
  }

  void add(UUID migrationId, Move move, Instant now, String who) {
    jdbc.sql("INSERT INTO process_migration VALUES (?, ?, ?, ?, ?, ?, ?)")
        .params(migrationId, move.process(), move.from(), move.to(), written(move.mapping()))
        .params(now.atOffset(ZoneOffset.UTC), who)
        .update();
  }

  void moved(UUID migrationId, List<String> instances) {
    batch.batchUpdate(
        "INSERT INTO process_migration_instance (migration_id, process_instance_id) VALUES (?, ?)",
        instances.stream().map(instance -> new Object[] {migrationId, instance}).toList());
  }

  void undone(UUID migrationId, List<String> instances) {
    batch.batchUpdate(
        "UPDATE process_migration_instance SET undone = TRUE"
            + " WHERE migration_id = ? AND process_instance_id = ?",
        instances.stream().map(instance -> new Object[] {migrationId, instance}).toList());
  }

  /** Empty when there was no such migration. */
  Optional<Move> find(UUID migrationId) {
    return jdbc.sql("SELECT * FROM process_migration WHERE migration_id = ?")
        .param(migrationId)
        .query(
            (row, number) ->
                new Move(
                    row.getString("process"),
                    row.getInt("from_version"),
                    row.getInt("to_version"),
                    read(row.getString("mapping"))))
        .optional();
  }

  /** Those that were moved and not moved back. */
  List<String> instances(UUID migrationId) {
    return jdbc.sql(
            """
            SELECT process_instance_id FROM process_migration_instance
            WHERE migration_id = ? AND undone = FALSE ORDER BY process_instance_id
            """)
        .param(migrationId)
        .query(String.class)
        .list();
  }

  private String written(Map<String, String> mapping) {
    try {
      return json.writeValueAsString(mapping);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Map<String, String> read(String mapping) {
    try {
      return json.readValue(mapping, new TypeReference<>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
