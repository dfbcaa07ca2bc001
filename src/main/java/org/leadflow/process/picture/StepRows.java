package org.leadflow.process.picture;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Steps as they are counted: read from the engine's history by version and time of their end. */
@Component
class StepRows {

  /** Classes of duration to a factor of e; 8 make each 13 % wide. */
  static final int CLASSES = 8;

  private final JdbcClient jdbc;

  StepRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Some steps that were alike.
   *
   * @param tookClass the class of their duration, see {@link StepDurations}
   */
  record Alike(String element, LocalDate day, int tookClass, long passes) {}

  /** Remembers that nothing of this version is counted yet; does nothing where something is. */
  void begin(String definition) {
    boolean known =
        jdbc.sql("SELECT count(*) FROM process_step_counted WHERE process_definition_id = ?")
                .param(definition)
                .query(Integer.class)
                .single()
            > 0;
    if (!known) {
      try {
        jdbc.sql("INSERT INTO process_step_counted VALUES (?, ?)")
            .params(definition, Instant.EPOCH.atOffset(ZoneOffset.UTC))
            .update();
      } catch (DuplicateKeyException anotherNodeDid) {
        return;
      }
    }
  }

  /**
   * Up to when this version is counted, for whoever counts on in this transaction; empty while
   * another node does.
   */
  Optional<Instant> taken(String definition) {
    return jdbc.sql(
            """
            SELECT counted_until FROM process_step_counted
            WHERE process_definition_id = ? FOR UPDATE SKIP LOCKED
            """)
        .param(definition)
        .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .optional();
  }

  void counted(String definition, Instant until) {
    jdbc.sql("UPDATE process_step_counted SET counted_until = ? WHERE process_definition_id = ?")
        .params(until.atOffset(ZoneOffset.UTC), definition)
        .update();
  }

  /**
   * When the step ended that comes so many after a time; empty when there are not so many before
   * the other time.
   */
  Optional<Instant> end(String definition, Instant from, Instant until, int many) {
    return jdbc.sql(
            """
            SELECT end_time_ FROM act_hi_actinst
            WHERE proc_def_id_ = ? AND end_time_ >= ? AND end_time_ < ?
            ORDER BY end_time_ OFFSET ? ROWS FETCH FIRST 1 ROWS ONLY
            """)
        .params(definition, Timestamp.from(from), Timestamp.from(until), many)
        .query((row, number) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  List<Alike> ended(String definition, Instant from, Instant until) {
    return jdbc.sql(
            """
            SELECT act_id_, day_, class_, count(*) FROM (
              SELECT act_id_, CAST(end_time_ AS date) AS day_,
                CAST(FLOOR(LN(CASE WHEN duration_ > 0 THEN duration_ ELSE 0 END + 1.0) * %d) AS integer) AS class_
              FROM act_hi_actinst WHERE proc_def_id_ = ? AND end_time_ >= ? AND end_time_ < ?) AS steps
            GROUP BY act_id_, day_, class_
            """
                .formatted(CLASSES))
        .params(definition, Timestamp.from(from), Timestamp.from(until))
        .query(
            (row, number) ->
                new Alike(
                    row.getString(1), row.getDate(2).toLocalDate(), row.getInt(3), row.getLong(4)))
        .list();
  }

  void add(String definition, Alike steps) {
    Date day = Date.valueOf(steps.day());
    int there =
        jdbc.sql(
                """
                UPDATE process_step_day SET passes = passes + ? WHERE process_definition_id = ?
                  AND on_day = ? AND element = ? AND took_class = ?
                """)
            .params(steps.passes(), definition, day, steps.element(), steps.tookClass())
            .update();
    if (there == 0) {
      jdbc.sql("INSERT INTO process_step_day VALUES (?, ?, ?, ?, ?)")
          .params(definition, steps.element(), day, steps.tookClass(), steps.passes())
          .update();
    }
  }
}
