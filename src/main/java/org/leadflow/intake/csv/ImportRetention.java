package org.leadflow.intake.csv;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.leadflow.core.Refused;
import org.leadflow.core.Slices;
import org.leadflow.intake.csv.ImportJob.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes away what nobody needs any more of an import, a slice in each transaction: all of a large
 * file at once may take longer than the database gives a statement.
 */
@Component
class ImportRetention {

  private static final Logger log = LoggerFactory.getLogger(ImportRetention.class);
  private static final int SLICE = 64;
  private static final Duration UNANSWERED = Duration.ofHours(6);

  private final ImportJobs jobs;
  private final ImportSettings settings;
  private final JdbcClient jdbc;

  ImportRetention(ImportJobs jobs, ImportSettings settings, JdbcClient jdbc) {
    this.jobs = jobs;
    this.settings = settings;
    this.jdbc = jdbc;
  }

  /** The bytes of a file that is cut into rows. */
  void forgetBytes(UUID importId) {
    remove("import_piece", "place", importId);
  }

  /** What is left of the file of an import that ended. */
  void forgetFile(UUID importId) {
    forgetBytes(importId);
    remove("import_chunk_rows", "chunk_no", importId);
  }

  /**
   * The import with its outcomes; nobody can start it meanwhile.
   *
   * @throws Refused when it was started and has not ended
   */
  void forget(UUID importId) {
    jobs.move(importId, Status.CANCELLED, null, Status.RECEIVING, Status.READY);
    jobs.find(importId).ifPresent(ImportJob::requireEnd);
    forgetFile(importId);
    // With a chunk go its outcomes, but PostgreSQL looks through all of the import for them.
    remove("import_outcome", "first_row", importId);
    remove("import_chunk", "chunk_no", importId);
    jobs.remove(importId);
  }

  private void remove(String table, String place, UUID importId) {
    List<Long> places =
        jdbc.sql("SELECT %s FROM %s WHERE import_id = ? ORDER BY 1".formatted(place, table))
            .param(importId)
            .query(Long.class)
            .list();
    String some =
        "DELETE FROM %s WHERE import_id = ? AND %s BETWEEN ? AND ?".formatted(table, place);
    for (List<Long> slice : Slices.of(places, SLICE)) {
      jdbc.sql(some).params(importId, slice.get(0), slice.get(slice.size() - 1)).update();
    }
  }

  /** What nobody will look at any more, and files of which something was left when they ended. */
  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
  void forgetWhatIsOld() {
    Instant now = jobs.now();
    jobs.endedWithFile().forEach(importId -> patiently(importId, this::forgetFile));
    List<UUID> old =
        new ArrayList<>(
            jobs.before(now.minus(settings.kept()), Status.DONE, Status.CANCELLED, Status.READY));
    old.addAll(jobs.before(now.minus(UNANSWERED), Status.RECEIVING));
    old.forEach(importId -> patiently(importId, this::forget));
  }

  /** One that cannot be forgotten now keeps no other, and has its turn again in an hour. */
  private static void patiently(UUID importId, Consumer<UUID> forgetting) {
    try {
      forgetting.accept(importId);
    } catch (RuntimeException failure) {
      log.warn("Import {} is not forgotten yet", importId, failure);
    }
  }
}
