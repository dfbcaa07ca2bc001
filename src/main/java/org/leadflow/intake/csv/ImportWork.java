package org.leadflow.intake.csv;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Acting;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.MissingPrivilege;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.Actor.Door;
import org.leadflow.core.AtOnce;
import org.leadflow.intake.csv.ImportChunks.Chunk;
import org.leadflow.intake.csv.ImportJob.Status;
import org.leadflow.organization.Currencies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the rows of an import in, a chunk in each transaction, as the one who started it. When a
 * chunk fails, fewer of its rows are tried together, until the one that nobody foresaw stands alone
 * and is rejected.
 */
@Component
class ImportWork {

  private static final Logger log = LoggerFactory.getLogger(ImportWork.class);
  private static final int TRIES = 6;

  private final ImportChunks chunks;
  private final TakingIn takingIn;
  private final ImportJobs jobs;
  private final Acting acting;
  private final CurrentCaller callers;
  private final Permissions permissions;
  private final Currencies currencies;
  private final TransactionTemplate transaction;

  ImportWork(
      ImportChunks chunks,
      TakingIn takingIn,
      ImportJobs jobs,
      Acting acting,
      CurrentCaller callers,
      Permissions permissions,
      Currencies currencies,
      TransactionTemplate transaction) {
    this.currencies = currencies;
    this.chunks = chunks;
    this.takingIn = takingIn;
    this.jobs = jobs;
    this.acting = acting;
    this.callers = callers;
    this.permissions = permissions;
    this.transaction = transaction;
  }

  /**
   * Does one chunk.
   *
   * @return false when there is none, or others have them all in hand
   */
  boolean next(ImportJob job) {
    var reading =
        new RowReading(
            job.reading(), job.columns(), job.columnMapping().orElseThrow(), currencies.base());
    try {
      return acting.as(
          job.ownerUser(),
          Door.IMPORT,
          () -> {
            permissions.require(callers.get(), Privilege.CREATE);
            return chunk(job, reading);
          });
    } catch (AuthenticationException | MissingPrivilege gone) {
      jobs.move(
          job.importId(),
          Status.PAUSED,
          "Whoever sent the file may not create leads any more.",
          Status.RUNNING);
      return false;
    }
  }

  private boolean chunk(ImportJob job, RowReading reading) {
    int together = Integer.MAX_VALUE;
    int tries = 0;
    while (true) {
      var inHand = new InHand();
      int atMost = together;
      try {
        return Boolean.TRUE.equals(
            transaction.execute(status -> some(job, reading, atMost, inHand)));
      } catch (TransientDataAccessException busy) {
        if (++tries < TRIES) {
          pause(tries);
          continue;
        }
        fewer(job, inHand, busy);
      } catch (NonTransientDataAccessResourceException
          | CannotCreateTransactionException
          | AuthenticationException
          | MissingPrivilege unreachable) {
        throw unreachable;
      } catch (RuntimeException failure) {
        if (AtOnce.isSecond(failure) && inHand.rows == 1 && ++tries < TRIES) {
          // Somebody sends the same lead at this moment; next time it is known.
          continue;
        }
        fewer(job, inHand, failure);
      }
      if (inHand.rows == 1) {
        reject(job, inHand);
        return true;
      }
      if (inHand.rows == 0) {
        // Nothing of the file is to blame: whoever asks for the next chunk asks in a while.
        throw new IllegalStateException("No rows of import " + job.importId() + " could be read");
      }
      together = Math.max(1, inHand.rows / 2);
    }
  }

  /** The chunk stays locked, and the import not cancelled, until the transaction ends. */
  private boolean some(ImportJob job, RowReading reading, int atMost, InHand inHand) {
    Optional<Chunk> chunk = chunks.take(job.importId());
    if (chunk.isEmpty()) {
      return false;
    }
    List<CsvRow> rows = chunks.rows(chunk.get()).stream().limit(atMost).toList();
    inHand.chunk = chunk.get();
    inHand.rows = rows.size();
    chunks.done(chunk.get(), takingIn.take(job, reading, rows));
    return true;
  }

  /** Databases tell the whole row in their messages: a log must not. */
  private static void fewer(ImportJob job, InHand inHand, RuntimeException failure) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
    log.info(
        "{} rows of import {} fail together: {}, {} {}",
        inHand.rows,
        job.importId(),
        failure.getClass().getSimpleName(),
        cause.getClass().getSimpleName(),
        cause instanceof SQLException sql ? sql.getSQLState() : "");
  }

  /** A failure that nobody foresaw costs its own row and no other. */
  private void reject(ImportJob job, InHand failed) {
    transaction.executeWithoutResult(
        status -> {
          Optional<Chunk> chunk = chunks.take(job.importId());
          if (chunk.isPresent() && chunk.get().equals(failed.chunk)) {
            CsvRow row = chunks.rows(chunk.get()).get(0);
            log.warn("Row {} of import {} cannot be stored", row.number(), job.importId());
            chunks.done(
                chunk.get(),
                List.of(
                    RowOutcome.rejected(
                        row, List.of("The row could not be stored; the log says why."))));
          }
        });
  }

  private static void pause(int tries) {
    try {
      Thread.sleep(50L << tries);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class InHand {
    private @Nullable Chunk chunk;
    private int rows;
  }
}
