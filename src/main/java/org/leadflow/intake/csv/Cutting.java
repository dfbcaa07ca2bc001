package org.leadflow.intake.csv;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.intake.csv.ImportJob.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cuts the bytes of a started import into chunks of rows. One thread of all nodes does, for as long
 * as its lease runs; what it stores is stored only if nobody cut on meanwhile. The next node reads
 * the file from the beginning and goes on behind the last row that is stored: the same bytes are
 * the same rows.
 */
@Component
class Cutting {

  private static final Logger log = LoggerFactory.getLogger(Cutting.class);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final int ROWS_WITHIN_A_LEASE = 1000;
  private static final int HEAVIEST = 300_000;
  private static final int CHUNKS_TOGETHER = 8;

  private final ThreadLocal<String> holder =
      ThreadLocal.withInitial(() -> UUID.randomUUID().toString());
  private final ImportJobs jobs;
  private final ImportChunks chunks;
  private final ImportPieces pieces;
  private final ImportRetention retention;
  private final ImportSettings settings;
  private final TransactionTemplate transaction;

  Cutting(
      ImportJobs jobs,
      ImportChunks chunks,
      ImportPieces pieces,
      ImportRetention retention,
      ImportSettings settings,
      TransactionTemplate transaction) {
    this.jobs = jobs;
    this.chunks = chunks;
    this.pieces = pieces;
    this.retention = retention;
    this.settings = settings;
    this.transaction = transaction;
  }

  /** Whose lease it is that this thread takes. */
  String holder() {
    return holder.get();
  }

  /** False when another thread is at it, of this node or of another. */
  boolean cut(UUID importId) {
    if (!jobs.leaseCutting(importId, holder(), LEASE)) {
      return false;
    }
    ImportJob job = jobs.find(importId).orElseThrow();
    try (var rows = new CsvRows(pieces.read(importId), job.reading())) {
      cut(job, rows);
    } catch (NotCsv broken) {
      jobs.move(importId, Status.CANCELLED, broken.getMessage(), Status.RUNNING);
    } catch (IOException unreadable) {
      log.error("The file of import {} cannot be read", importId, unreadable);
      jobs.move(importId, Status.PAUSED, "The file cannot be read.", Status.RUNNING);
    }
    return true;
  }

  private void cut(ImportJob job, CsvRows rows) throws IOException {
    if (!skip(job, rows)) {
      return;
    }
    long stored = job.cutRows();
    int number = stored == 0 ? 0 : chunks.next(job.importId());
    List<List<CsvRow>> some = new ArrayList<>();
    @Nullable CsvRow ahead = rows.next();
    while (true) {
      List<CsvRow> chunk = new ArrayList<>();
      ahead = chunk(chunk, ahead, rows);
      if (!chunk.isEmpty()) {
        some.add(chunk);
      }
      if (some.size() == CHUNKS_TOGETHER || ahead == null) {
        long to = stored + some.stream().mapToLong(List::size).sum();
        if (!store(job.importId(), number, some, stored, to, ahead == null)) {
          return;
        }
        stored = to;
        number += some.size();
        some.clear();
      }
      if (ahead == null) {
        retention.forgetBytes(job.importId());
        return;
      }
    }
  }

  /** Reads what is stored already; false when another one cuts on, or somebody stopped it. */
  private boolean skip(ImportJob job, CsvRows rows) throws IOException {
    for (long row = 1; row <= job.cutRows(); row++) {
      rows.next();
      // Much of a large file takes longer to read than a lease runs.
      if (row % ROWS_WITHIN_A_LEASE == 0 && !jobs.leaseCutting(job.importId(), holder(), LEASE)) {
        return false;
      }
    }
    return true;
  }

  /** Fills a chunk and answers the row after it, null at the end of the file. */
  private @Nullable CsvRow chunk(List<CsvRow> chunk, @Nullable CsvRow ahead, CsvRows rows)
      throws IOException {
    long weight = 0;
    CsvRow row = ahead;
    while (row != null && chunk.size() < settings.chunk()) {
      weight += row.weight();
      if (weight > HEAVIEST && !chunk.isEmpty()) {
        return row;
      }
      chunk.add(row);
      row = rows.next();
    }
    return row;
  }

  private boolean store(
      UUID importId, int number, List<List<CsvRow>> some, long from, long to, boolean last) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              if (!jobs.leaseCutting(importId, holder(), LEASE)
                  || !jobs.cutOn(importId, holder(), from, to, last)) {
                return false;
              }
              for (int i = 0; i < some.size(); i++) {
                chunks.add(importId, number + i, some.get(i));
              }
              return true;
            }));
  }
}
