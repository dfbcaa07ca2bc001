package org.leadflow.process.picture;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was counted, and what the engine has under way. */
@Component
class FigureRows {

  private final JdbcClient jdbc;

  FigureRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<String, StepDurations> steps(List<String> definitions, LocalDate from, LocalDate to) {
    Map<String, StepDurations> steps = new HashMap<>();
    jdbc.sql(
            """
            SELECT element, took_class, SUM(passes) FROM process_step_day
            WHERE process_definition_id IN (:definitions) AND on_day BETWEEN :from AND :to
            GROUP BY element, took_class
            """)
        .param("definitions", definitions)
        .param("from", Date.valueOf(from))
        .param("to", Date.valueOf(to))
        .query(
            row -> {
              steps
                  .computeIfAbsent(row.getString(1), element -> new StepDurations())
                  .add(row.getInt(2), row.getLong(3));
            });
    return steps;
  }

  /** Up to when all of these versions are counted; null when one is not at all. */
  @Nullable Instant countedUntil(List<String> definitions) {
    return jdbc.sql(
            """
            SELECT CASE WHEN count(*) = :all THEN MIN(counted_until) END FROM process_step_counted
            WHERE process_definition_id IN (:definitions)
            """)
        .param("definitions", definitions)
        .param("all", definitions.size())
        .query((row, number) -> row.getObject(1, OffsetDateTime.class))
        .optional()
        .map(OffsetDateTime::toInstant)
        .orElse(null);
  }

  /** How many are at each element, as the engine itself counts them. */
  Map<String, Long> now(List<String> definitions) {
    return counts(
        """
        SELECT act_id_, count(*) FROM act_ru_execution
        WHERE proc_def_id_ IN (:definitions) AND is_active_ = TRUE AND act_id_ IS NOT NULL
        GROUP BY act_id_
        """,
        definitions);
  }

  Map<String, Long> failed(List<String> definitions) {
    return counts(
        """
        SELECT activity_id_, count(*) FROM act_ru_incident
        WHERE proc_def_id_ IN (:definitions) AND id_ = root_cause_incident_id_ GROUP BY activity_id_
        """,
        definitions);
  }

  long running(List<String> definitions) {
    return jdbc.sql(
            """
            SELECT count(*) FROM act_ru_execution
            WHERE proc_def_id_ IN (:definitions) AND parent_id_ IS NULL
            """)
        .param("definitions", definitions)
        .query(Long.class)
        .single();
  }

  private Map<String, Long> counts(String sql, List<String> definitions) {
    Map<String, Long> counts = new HashMap<>();
    jdbc.sql(sql)
        .param("definitions", definitions)
        .query(
            row -> {
              counts.put(row.getString(1), row.getLong(2));
            });
    return counts;
  }
}
