package org.leadflow.intake.csv;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.intake.csv.ImportJob.Status;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The imports as they are stored. Each step is taken once, whichever node or user is first. */
@Component
class ImportJobs {

  private final JdbcAggregateTemplate template;
  private final JdbcClient jdbc;
  private final Clock clock;

  ImportJobs(JdbcAggregateTemplate template, JdbcClient jdbc, Clock clock) {
    this.template = template;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  ImportJob insert(ImportJob job) {
    return template.insert(job);
  }

  Optional<ImportJob> find(UUID importId) {
    return Optional.ofNullable(template.findById(importId, ImportJob.class));
  }

  Page<ImportJob> page(Criteria criteria, Pageable page) {
    Query query = Query.query(criteria);
    return PageableExecutionUtils.getPage(
        template.findAll(query.with(page), ImportJob.class),
        page,
        () -> template.count(query, ImportJob.class));
  }

  /** Those with work to do, the longest running first. */
  List<ImportJob> running() {
    List<UUID> ids =
        jdbc.sql("SELECT import_id FROM import_job WHERE status = 'RUNNING' ORDER BY started_on")
            .query(UUID.class)
            .list();
    return ids.stream().flatMap(id -> find(id).stream()).toList();
  }

  /** False when it was in none of these states. */
  boolean move(UUID importId, Status to, @Nullable String reason, Status... from) {
    return jdbc.sql(
                """
            UPDATE import_job SET status = :to, reason = :reason, ended_on = :ended
            WHERE import_id = :id AND status IN (:from)
            """)
            .param("to", to.name())
            .param("reason", reason)
            .param("ended", to.isEnd() ? now().atOffset(ZoneOffset.UTC) : null)
            .param("id", importId)
            .param("from", Arrays.stream(from).map(Enum::name).toList())
            .update()
        == 1;
  }

  /** False when somebody started it before. */
  boolean start(
      UUID importId,
      CsvSettings settings,
      List<String> headings,
      Mapping mapping,
      String source,
      long rows) {
    return jdbc.sql(
                """
            UPDATE import_job SET status = 'RUNNING', settings = :settings, headings = :headings, mapping = :mapping,
              source = :source, rows_total = :rows, started_on = :now
            WHERE import_id = :id AND status = 'READY'
            """)
            .param("settings", Json.text(settings))
            .param("headings", Json.text(headings))
            .param("mapping", Json.text(mapping))
            .param("source", source)
            .param("rows", rows)
            .param("now", now().atOffset(ZoneOffset.UTC))
            .param("id", importId)
            .update()
        == 1;
  }

  /** Whether this one may cut the file into rows for some time; others leave it alone then. */
  boolean leaseCutting(UUID importId, String holder, Duration time) {
    Instant now = now();
    return jdbc.sql(
                """
            UPDATE import_job SET cut_by = :holder, cut_until = :until
            WHERE import_id = :id AND status = 'RUNNING' AND cut_done = FALSE
              AND (cut_by = :holder OR cut_until IS NULL OR cut_until < :now)
            """)
            .param("holder", holder)
            .param("until", now.plus(time).atOffset(ZoneOffset.UTC))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("id", importId)
            .update()
        == 1;
  }

  /** False when another one cut on, or somebody stopped the import: nothing may be stored then. */
  boolean cutOn(UUID importId, String holder, long from, long to, boolean last) {
    return jdbc.sql(
                """
            UPDATE import_job SET cut_rows = :to, cut_done = :last
            WHERE import_id = :id AND cut_by = :holder AND cut_rows = :from AND cut_done = FALSE AND status = 'RUNNING'
            """)
            .param("to", to)
            .param("last", last)
            .param("id", importId)
            .param("holder", holder)
            .param("from", from)
            .update()
        == 1;
  }

  void remove(UUID importId) {
    jdbc.sql("DELETE FROM import_job WHERE import_id = ?").param(importId).update();
  }

  /** Those of whose file something is left, as when a node died while it was taken away. */
  List<UUID> endedWithFile() {
    return jdbc.sql(
            """
            SELECT import_id FROM import_job WHERE status IN ('CANCELLED', 'DONE')
              AND (EXISTS (SELECT 1 FROM import_piece piece WHERE piece.import_id = import_job.import_id)
                OR EXISTS (SELECT 1 FROM import_chunk_rows rows WHERE rows.import_id = import_job.import_id))
            """)
        .query(UUID.class)
        .list();
  }

  /**
   * Imports in one of these states since before a time; one that was never started counts from the
   * day it came, also when it is half forgotten.
   */
  List<UUID> before(Instant time, Status... states) {
    return jdbc.sql(
            """
            SELECT import_id FROM import_job WHERE status IN (:states)
              AND CASE WHEN started_on IS NULL THEN created_on ELSE ended_on END < :time
            """)
        .param("states", Arrays.stream(states).map(Enum::name).toList())
        .param("time", time.atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .list();
  }
}
