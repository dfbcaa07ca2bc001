package org.leadflow.intake.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.Busy;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Ids;
import org.leadflow.core.Refused;
import org.leadflow.intake.csv.Detection.Asked;
import org.leadflow.intake.csv.ImportJob.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Files of leads: taken, found, stopped and taken up again. An import is for whoever sent the file
 * and who may see his leads; for others it does not exist.
 */
@Service
public class Imports {

  private static final Logger log = LoggerFactory.getLogger(Imports.class);
  private static final int ATTEMPTS = 5;

  private final ImportJobs jobs;
  private final ImportPieces pieces;
  private final ImportRetention retention;
  private final ImportThreads threads;
  private final ImportSettings settings;
  private final Permissions permissions;
  private final CurrentCaller callers;

  Imports(
      ImportJobs jobs,
      ImportPieces pieces,
      ImportRetention retention,
      ImportThreads threads,
      ImportSettings settings,
      Permissions permissions,
      CurrentCaller callers) {
    this.jobs = jobs;
    this.pieces = pieces;
    this.retention = retention;
    this.threads = threads;
    this.settings = settings;
    this.permissions = permissions;
    this.callers = callers;
  }

  /** A file on its way in; its bytes can be read more than once. */
  public interface Upload {

    String fileName();

    long size();

    InputStream open() throws IOException;
  }

  /**
   * Takes a file: it is recognised, read from end to end and kept. No lead comes of it yet.
   *
   * @throws NotCsv when it is none, saying why; nothing is kept
   * @throws Refused when it is larger than the caller may send
   */
  public ImportJob receive(Upload upload, Reading reading, @Nullable String source)
      throws IOException {
    Caller caller = callers.get();
    permissions.require(caller, Privilege.CREATE);
    Asked asked = reading.asked();
    long most = mostBytes();
    if (upload.size() > most) {
      String sentence =
          "The file has %d bytes; %d is the most you may send.".formatted(upload.size(), most);
      throw new Refused(
          HttpStatus.PAYLOAD_TOO_LARGE,
          "too-large",
          sentence,
          List.of(new FieldFault("file", "is too large")));
    }
    SentFile file =
        SentFile.read(
            upload::open,
            asked,
            caller.runsTheProduct() ? settings.maxRowsForOperators() : settings.maxRows());
    ImportJob job =
        jobs.insert(
            new ImportJob(
                Ids.next(),
                upload.fileName(),
                upload.size(),
                file.sha256(),
                Status.RECEIVING,
                null,
                Json.text(file.settings()),
                Json.text(file.headings()),
                null,
                source,
                file.rows(),
                0,
                false,
                caller.userId(),
                null,
                caller.businessUnitId(),
                caller.partnerId(),
                jobs.now(),
                null,
                null));
    try (InputStream bytes = upload.open()) {
      pieces.write(job.importId(), bytes);
    }
    jobs.move(job.importId(), Status.READY, null, Status.RECEIVING);
    return jobs.find(job.importId()).orElseThrow();
  }

  /** How large a file of the caller may be. */
  public long mostBytes() {
    return (callers.get().runsTheProduct() ? settings.maxSizeForOperators() : settings.maxSize())
        .toBytes();
  }

  /** An import the caller may see. */
  public ImportJob find(UUID importId) {
    return permissions.require(
        callers.get(), Privilege.READ, "import", importId, jobs.find(importId));
  }

  /** Those the caller may see. */
  public Page<ImportJob> page(Pageable page) {
    permissions.require(callers.get(), Privilege.READ);
    return jobs.page(permissions.visible(callers.get(), Privilege.READ), page);
  }

  /** Whether the caller may start, stop and forget it. */
  public boolean isInHandsOfCaller(ImportJob job) {
    return permissions.allows(callers.get(), Privilege.CREATE, job);
  }

  /** An import that is the caller's to start and stop. */
  ImportJob mine(UUID importId) {
    return permissions.require(
        callers.get(), Privilege.CREATE, "import", importId, jobs.find(importId));
  }

  /** Lets it rest after the chunk that is in hand. */
  public ImportJob pause(UUID importId) {
    return move(importId, Status.PAUSED, Status.RUNNING);
  }

  /** Goes on behind the last row that has an outcome. */
  public ImportJob resume(UUID importId) {
    ImportJob job = move(importId, Status.RUNNING, Status.PAUSED);
    threads.wake();
    return job;
  }

  /** Ends it; the leads that it brought stay. */
  public ImportJob cancel(UUID importId) {
    ImportJob job =
        patiently(
            importId,
            () -> move(importId, Status.CANCELLED, Status.READY, Status.RUNNING, Status.PAUSED));
    return patiently(
        importId,
        () -> {
          retention.forgetFile(importId);
          return job;
        });
  }

  /** H2 waits two seconds for the chunk that is in hand, which is little on a busy machine. */
  private <T> T patiently(UUID importId, Supplier<T> change) {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        return change.get();
      } catch (RuntimeException failure) {
        if (!Busy.is(failure)) {
          throw failure;
        }
        log.debug("A chunk of import {} is in hand", importId, failure);
      }
    }
    return change.get();
  }

  private ImportJob move(UUID importId, Status to, Status... from) {
    ImportJob job = mine(importId);
    if (!jobs.move(importId, to, null, from)) {
      throw jobs.find(importId).orElse(job).refusal("cannot become " + to);
    }
    return find(importId);
  }

  /** Forgets it with its outcomes; the leads that it brought stay. */
  public void remove(UUID importId) {
    ImportJob job = mine(importId);
    patiently(
        importId,
        () -> {
          retention.forget(importId);
          return job;
        });
  }
}
