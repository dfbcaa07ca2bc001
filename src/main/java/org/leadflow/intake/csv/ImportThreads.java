package org.leadflow.intake.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.leadflow.intake.BulkQueue;
import org.leadflow.intake.csv.ImportJob.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The threads of this node that work on imports, chunk by chunk and by turns where there are
 * several. They rest in between, and wait while the leads they brought wait for their owners: so
 * people and programs find the product as quick as ever. What a node did not finish the others do,
 * or it does itself when it is started again.
 */
@Component
class ImportThreads {

  private static final Logger log = LoggerFactory.getLogger(ImportThreads.class);
  private static final long LOOK = 1000;
  private static final long LONGEST_REST = 15_000;
  private static final int FAILURES_IN_A_ROW = 5;

  private final ImportJobs jobs;
  private final ImportChunks chunks;
  private final Cutting cutting;
  private final ImportWork work;
  private final BulkQueue queue;
  private final ImportSettings settings;
  private final Map<UUID, Integer> failures = new ConcurrentHashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Object news = new Object();
  private volatile boolean ended;

  ImportThreads(
      ImportJobs jobs,
      ImportChunks chunks,
      Cutting cutting,
      ImportWork work,
      BulkQueue queue,
      ImportSettings settings) {
    this.jobs = jobs;
    this.chunks = chunks;
    this.cutting = cutting;
    this.work = work;
    this.queue = queue;
    this.settings = settings;
  }

  @EventListener
  void begin(ApplicationReadyEvent ready) {
    synchronized (threads) {
      while (threads.size() < settings.threads()) {
        var thread = new Thread(this::run, "import-" + threads.size());
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
      }
    }
  }

  @EventListener
  void end(ContextClosedEvent closed) throws InterruptedException {
    ended = true;
    wake();
    for (Thread thread : threads) {
      thread.join(5000);
    }
  }

  /** There is something to do. */
  void wake() {
    synchronized (news) {
      news.notifyAll();
    }
  }

  private void run() {
    int turn = 0;
    long rest = LOOK;
    while (!ended) {
      try {
        boolean any = false;
        List<ImportJob> running = jobs.running();
        for (int i = 0; i < running.size() && !any && !ended; i++) {
          any = patiently(running.get((turn + i) % running.size()));
        }
        rest = LOOK;
        if (!any) {
          await(LOOK);
        }
      } catch (RuntimeException | Error failure) {
        // Also without memory for this step: the thread is needed for all others.
        log.warn("Imports rest for {} ms", rest, failure);
        await(rest);
        rest = Math.min(rest * 2, LONGEST_REST);
      } finally {
        // Also behind one that fails: the others have their turns.
        turn++;
      }
    }
  }

  /** A step of an import, which rests when it fails again and again. */
  private boolean patiently(ImportJob job) {
    try {
      boolean any = step(job);
      failures.remove(job.importId());
      return any;
    } catch (RuntimeException | Error failure) {
      if (failures.merge(job.importId(), 1, Integer::sum) >= FAILURES_IN_A_ROW) {
        failures.remove(job.importId());
        jobs.move(
            job.importId(),
            Status.PAUSED,
            "It failed again and again: ask whoever runs the product to look into the log, then resume it.",
            Status.RUNNING);
      }
      throw failure;
    }
  }

  /** Some work on an import; false when there is none for this thread. */
  private boolean step(ImportJob job) {
    if (!job.cutDone() && cutting.cut(job.importId())) {
      return true;
    }
    if (queue.waiting() > settings.waiting()) {
      await(200);
      return true;
    }
    long begun = System.nanoTime();
    if (work.next(job)) {
      leaveRoom(System.nanoTime() - begun);
      return true;
    }
    return job.cutDone() && !chunks.anyToDo(job.importId()) && isDone(job);
  }

  private boolean isDone(ImportJob job) {
    if (jobs.move(job.importId(), Status.DONE, null, Status.RUNNING)) {
      log.info("Import {} is done", job.importId());
    }
    return true;
  }

  private void leaveRoom(long nanos) {
    double share = Math.min(1, Math.max(0.05, settings.share()));
    await((long) (nanos / 1e6 * (1 - share) / share));
  }

  private void await(long millis) {
    if (millis > 0 && !ended) {
      try {
        synchronized (news) {
          news.wait(millis);
        }
      } catch (InterruptedException stopped) {
        ended = true;
      }
    }
  }
}
