package org.leadflow.intake.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.intake.csv.ImportChunks.Part;
import org.leadflow.intake.csv.ImportJob.Status;
import org.leadflow.intake.csv.RowOutcome.Kind;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;

/** How far imports are, what became of their rows, and the rows that were rejected as a file. */
@Service
public class ImportOutcomes {

  private static final Duration RATE_OVER = Duration.ofSeconds(60);

  private final Imports imports;
  private final ImportJobs jobs;
  private final ImportChunks chunks;

  ImportOutcomes(Imports imports, ImportJobs jobs, ImportChunks chunks) {
    this.imports = imports;
    this.jobs = jobs;
    this.chunks = chunks;
  }

  public Progress progress(ImportJob job) {
    ImportChunks.Counts counts = chunks.counts(job.importId());
    Double rate = null;
    Long left = null;
    if (job.status() == Status.RUNNING && job.startedOn() != null) {
      Instant now = jobs.now();
      Instant since = now.minus(RATE_OVER);
      Instant from = since.isBefore(job.startedOn()) ? job.startedOn() : since;
      double seconds = Math.max(0.5, Duration.between(from, now).toMillis() / 1000.0);
      long rows = chunks.rowsSince(job.importId(), from);
      if (rows > 0) {
        rate = Math.round(rows / seconds * 10) / 10.0;
        left = (long) Math.ceil((job.rowsTotal() - counts.rows()) * seconds / rows);
      }
    }
    return new Progress(
        job.rowsTotal(),
        counts.rows(),
        counts.created(),
        counts.updated(),
        counts.unchanged(),
        counts.rejected(),
        rate,
        left);
  }

  /**
   * What became of the rows, in the order of the file.
   *
   * @param kind only rows of which this became, null for all
   */
  public Page<RowOutcome> rows(UUID importId, @Nullable Kind kind, Pageable page) {
    imports.find(importId);
    List<RowOutcome> rows = new ArrayList<>();
    long before = 0;
    long total = 0;
    for (Part part : chunks.parts(importId)) {
      long here = part.of(kind);
      boolean onPage =
          before + here > page.getOffset() && before < page.getOffset() + page.getPageSize();
      if (here > 0 && onPage) {
        chunks.outcomes(importId, part.number()).stream()
            .filter(row -> kind == null || row.outcome() == kind)
            .skip(Math.max(0, page.getOffset() - before))
            .limit(page.getPageSize() - rows.size())
            .forEach(rows::add);
      }
      before += here;
      total = before;
    }
    return new PageImpl<>(rows, page, total);
  }

  /**
   * Writes the rejected rows that can be corrected as CSV, one chunk after the other.
   *
   * @param job one that {@link Imports#find} let the caller see; he need not be logged in any more
   */
  public void writeRejected(ImportJob job, OutputStream bytes) throws IOException {
    List<String> headings = job.columns();
    boolean ours = RejectedFile.isOurs(headings);
    try (Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      var file = new RejectedFile(text, job.reading(), headings);
      for (Part part : chunks.parts(job.importId())) {
        if (part.counts().rejected() > 0) {
          for (RowOutcome row : chunks.outcomes(job.importId(), part.number())) {
            if (row.outcome() == Kind.REJECTED && row.cells() != null) {
              file.add(row, ours);
            }
          }
        }
      }
    }
  }
}
