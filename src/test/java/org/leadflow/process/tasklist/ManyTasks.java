package org.leadflow.process.tasklist;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills the engine with open tasks: what a lead that waits for a person has in the engine is copied
 * as often as it takes, under other ids, for other people.
 */
final class ManyTasks {

  /** Columns that hold an id of the copied lead, or the id of something it has. */
  private static final Map<String, Set<String>> IDS =
      Map.of(
          "act_ru_execution",
          Set.of(
              "id_",
              "root_proc_inst_id_",
              "proc_inst_id_",
              "business_key_",
              "parent_id_",
              "super_exec_",
              "act_inst_id_"),
          "act_ru_task",
          Set.of("id_", "execution_id_", "proc_inst_id_"),
          "act_ru_variable",
          Set.of("id_", "execution_id_", "proc_inst_id_", "task_id_", "var_scope_"),
          "act_ru_identitylink",
          Set.of("id_", "task_id_"),
          "act_ru_authorization",
          Set.of("id_", "resource_id_", "root_proc_inst_id_"),
          "act_ru_job",
          Set.of("id_", "execution_id_", "process_instance_id_", "root_proc_inst_id_"),
          "act_ru_event_subscr",
          Set.of("id_", "execution_id_", "proc_inst_id_"));

  private static final Set<String> PEOPLE = Set.of("assignee_", "user_id_");

  private final JdbcClient jdbc;

  /**
   * @param jdbc of PostgreSQL
   */
  ManyTasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Copies what a lead has in the engine.
   *
   * @param owner an expression for the owner of the copy {@code n}; null for the same as before
   */
  void copy(UUID lead, String first, String last, String owner) {
    String leads =
        "(SELECT root_proc_inst_id_ FROM act_ru_execution WHERE business_key_ = '" + lead + "')";
    String runs =
        "(SELECT proc_inst_id_ FROM act_ru_execution WHERE root_proc_inst_id_ IN " + leads + ")";
    String tasks =
        "(SELECT t.id_ FROM act_ru_task t JOIN act_ru_execution e ON e.id_ = t.proc_inst_id_"
            + " WHERE e.business_key_ = '"
            + lead
            + "')";
    Map<String, String> rows =
        Map.of(
            "act_ru_execution", "proc_inst_id_ IN " + runs,
            "act_ru_task", "id_ IN " + tasks,
            "act_ru_variable", "proc_inst_id_ IN " + runs,
            "act_ru_identitylink", "task_id_ IN " + tasks,
            "act_ru_authorization", "resource_id_ IN " + tasks,
            "act_ru_job", "root_proc_inst_id_ IN " + leads,
            "act_ru_event_subscr", "proc_inst_id_ IN " + runs);
    rows.forEach(
        (table, which) ->
            jdbc.sql(
                    "CREATE TABLE copied_"
                        + table
                        + " AS SELECT * FROM "
                        + table
                        + " WHERE "
                        + which)
                .update());
    rows.keySet()
        .forEach(
            table -> {
              List<String> columns = columns(table);
              // A key to a row that is not copied yet must not stop the copy.
              jdbc.sql(
                      "SET session_replication_role = replica; INSERT INTO %s (%s) SELECT %s FROM copied_%s, generate_series(%s, %s) AS copy (n); RESET session_replication_role; DROP TABLE copied_%s"
                          .formatted(
                              table,
                              String.join(", ", columns),
                              columns.stream()
                                  .map(column -> value(table, column, owner))
                                  .collect(Collectors.joining(", ")),
                              table,
                              first,
                              last,
                              table))
                  .update();
            });
  }

  private static String value(String table, String column, String owner) {
    if (IDS.get(table).contains(column)) {
      return "CASE WHEN %1$s IS NULL THEN NULL ELSE md5(%1$s || n)::uuid::text END"
          .formatted(column);
    }
    if (PEOPLE.contains(column) && owner != null) {
      return "CASE WHEN %s IS NULL THEN NULL ELSE %s END".formatted(column, owner);
    }
    if (column.equals("due_date_") || column.equals("create_time_")) {
      return column + " + n * interval '1 second'";
    }
    return table.equals("act_ru_variable") && column.equals("text_")
        ? "CASE WHEN name_ = 'company' THEN text_ || ' ' || n ELSE text_ END"
        : column;
  }

  private List<String> columns(String table) {
    return jdbc.sql(
            """
            SELECT column_name FROM information_schema.columns
            WHERE table_name = ? AND table_schema = current_schema() ORDER BY ordinal_position
            """)
        .param(table)
        .query(String.class)
        .list();
  }
}
