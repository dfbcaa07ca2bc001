package org.leadflow.intake.csv;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.intake.csv.RowOutcome.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of imports, some hundred together, and what became of them.
 *
 * <p>Who takes a chunk holds its row in the database until his transaction ends: no other node
 * takes it meanwhile, a node that dies lets go of it at once, and one that lost its connection
 * cannot commit what it did.
 */
@Component
class ImportChunks {

  private final JdbcClient jdbc;
  private final Clock clock;

  ImportChunks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A chunk in hand.
   *
   * @param nextRow the first row that has no outcome yet
   */
  record Chunk(UUID importId, int number, long firstRow, long lastRow, long nextRow) {}

  /** How far an import is. */
  record Counts(long created, long updated, long unchanged, long rejected) {
    long rows() {
      return created + updated + unchanged + rejected;
    }
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void add(UUID importId, int number, List<CsvRow> rows) {
    long first = rows.get(0).number();
    jdbc.sql(
            """
            INSERT INTO import_chunk (import_id, chunk_no, first_row, last_row, next_row, done, created, updated,
              unchanged, rejected)
            VALUES (?, ?, ?, ?, ?, FALSE, 0, 0, 0, 0)
            """)
        .params(importId, number, first, rows.get(rows.size() - 1).number(), first)
        .update();
    jdbc.sql("INSERT INTO import_chunk_rows (import_id, chunk_no, bytes) VALUES (?, ?, ?)")
        .params(importId, number, Json.packed(rows))
        .update();
  }

  /**
   * A chunk with rows to do that nobody else has in hand; empty when there is none, or the import
   * was cancelled, which takes the rows away.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Chunk> take(UUID importId) {
    return jdbc.sql(
            """
            SELECT chunk_no, first_row, last_row, next_row FROM import_chunk
            WHERE import_id = ? AND done = FALSE
              AND EXISTS (SELECT 1 FROM import_chunk_rows rows
                WHERE rows.import_id = import_chunk.import_id AND rows.chunk_no = import_chunk.chunk_no)
            ORDER BY chunk_no LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
        .param(importId)
        .query(
            (row, number) ->
                new Chunk(importId, row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4)))
        .optional();
  }

  /** The rows of a chunk that have no outcome yet. */
  List<CsvRow> rows(Chunk chunk) {
    byte[] bytes =
        jdbc.sql("SELECT bytes FROM import_chunk_rows WHERE import_id = ? AND chunk_no = ?")
            .params(chunk.importId(), chunk.number())
            .query((row, number) -> row.getBytes(1))
            .single();
    return Json.unpacked(bytes, new TypeReference<List<CsvRow>>() {}).stream()
        .filter(row -> row.number() >= chunk.nextRow())
        .toList();
  }

  /**
   * Notes what became of the next rows, in the transaction in which it did.
   *
   * @throws IllegalStateException when somebody else did these rows meanwhile; the transaction must
   *     not commit
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void done(Chunk chunk, List<RowOutcome> outcomes) {
    long next = chunk.nextRow() + outcomes.size();
    boolean whole = next > chunk.lastRow();
    int changed =
        jdbc.sql(
                """
                UPDATE import_chunk SET next_row = :next, done = :done, done_on = :now,
                  created = created + :created, updated = updated + :updated,
                  unchanged = unchanged + :unchanged, rejected = rejected + :rejected
                WHERE import_id = :id AND chunk_no = :chunk AND next_row = :seen AND done = FALSE
                """)
            .param("next", next)
            .param("done", whole)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("created", count(outcomes, Kind.CREATED))
            .param("updated", count(outcomes, Kind.UPDATED))
            .param("unchanged", count(outcomes, Kind.UNCHANGED))
            .param("rejected", count(outcomes, Kind.REJECTED))
            .param("id", chunk.importId())
            .param("chunk", chunk.number())
            .param("seen", chunk.nextRow())
            .update();
    if (changed != 1) {
      throw new IllegalStateException("the rows were taken in by another node");
    }
    jdbc.sql(
            "INSERT INTO import_outcome (import_id, first_row, chunk_no, bytes) VALUES (?, ?, ?, ?)")
        .params(chunk.importId(), chunk.nextRow(), chunk.number(), Json.packed(outcomes))
        .update();
    if (whole) {
      jdbc.sql("DELETE FROM import_chunk_rows WHERE import_id = ? AND chunk_no = ?")
          .params(chunk.importId(), chunk.number())
          .update();
    }
  }

  private static int count(List<RowOutcome> outcomes, Kind kind) {
    return (int) outcomes.stream().filter(outcome -> outcome.outcome() == kind).count();
  }

  Counts counts(UUID importId) {
    return counts("import_id = ?", importId);
  }

  private Counts counts(String which, Object... parameters) {
    return jdbc.sql(
            "SELECT coalesce(sum(created), 0), coalesce(sum(updated), 0), coalesce(sum(unchanged), 0),"
                + " coalesce(sum(rejected), 0) FROM import_chunk WHERE "
                + which)
        .params(parameters)
        .query(
            (row, number) ->
                new Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
        .single();
  }

  /** How many rows are in chunks that were worked on since. */
  long rowsSince(UUID importId, Instant since) {
    return counts("import_id = ? AND done_on > ?", importId, since.atOffset(ZoneOffset.UTC)).rows();
  }

  boolean anyToDo(UUID importId) {
    return jdbc.sql(
            "SELECT EXISTS (SELECT 1 FROM import_chunk WHERE import_id = ? AND done = FALSE)")
        .param(importId)
        .query(Boolean.class)
        .single();
  }

  /** The number after that of the last chunk. */
  int next(UUID importId) {
    return jdbc.sql("SELECT max(chunk_no) + 1 FROM import_chunk WHERE import_id = ?")
        .param(importId)
        .query(Integer.class)
        .single();
  }

  /** What is known of each chunk's outcomes, in the order of the file. */
  List<Part> parts(UUID importId) {
    return jdbc.sql(
            """
            SELECT chunk_no, created, updated, unchanged, rejected FROM import_chunk
            WHERE import_id = ? AND next_row > first_row ORDER BY chunk_no
            """)
        .param(importId)
        .query(
            (row, number) ->
                new Part(
                    row.getInt(1),
                    new Counts(row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5))))
        .list();
  }

  /**
   * A chunk with outcomes.
   *
   * @param counts how many of each kind
   */
  record Part(int number, Counts counts) {
    long of(@Nullable Kind kind) {
      if (kind == null) {
        return counts.rows();
      }
      return switch (kind) {
        case CREATED -> counts.created();
        case UPDATED -> counts.updated();
        case UNCHANGED -> counts.unchanged();
        case REJECTED -> counts.rejected();
      };
    }
  }

  /** What became of the rows of a chunk, in the order of the file. */
  List<RowOutcome> outcomes(UUID importId, int chunk) {
    return jdbc
        .sql(
            "SELECT bytes FROM import_outcome WHERE import_id = ? AND chunk_no = ? ORDER BY first_row")
        .params(importId, chunk)
        .query((row, number) -> row.getBytes(1))
        .list()
        .stream()
        .flatMap(bytes -> Json.unpacked(bytes, new TypeReference<List<RowOutcome>>() {}).stream())
        .toList();
  }
}
