package org.leadflow.rules.publishing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread of a node that changes what is at work, so that no two changes meet. */
final class PublisherThread implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PublisherThread.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var made = new Thread(work, "rules-publisher");
            made.setDaemon(true);
            return made;
          });

  private volatile boolean failing;

  /** Runs the work after what is waiting, and answers what comes of it. */
  <T> T run(Callable<T> work) {
    Future<T> running = thread.submit(work);
    try {
      return running.get();
    } catch (ExecutionException broken) {
      if (broken.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(broken.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CancellationException("stopped while publishing rules");
    }
  }

  /** Runs the work every so often; a failure is told once and tried again. */
  void every(Duration period, Runnable work) {
    if (period.isZero()) {
      return;
    }
    Runnable guarded =
        () -> {
          try {
            work.run();
            failing = false;
          } catch (RuntimeException broken) {
            if (!failing && !thread.isShutdown()) {
              log.warn("Rules are not followed at the moment, what is at work stays", broken);
            }
            failing = true;
          }
        };
    thread.scheduleWithFixedDelay(
        guarded, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
