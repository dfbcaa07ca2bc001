package org.leadflow.reporting;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps what reports are counted from up with the leads, in a thread of its own: short transactions
 * one after the other, none of them on the way of a lead. Of several nodes one counts at a time;
 * what is counted twice stays the same.
 */
@Component
public class Counting {

  private static final Logger log = LoggerFactory.getLogger(Counting.class);

  private static final Duration REST = Duration.ofMillis(200);

  private final CountedLeads leads;
  private final CountedTurns turns;
  private final ReportSettings settings;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var made = new Thread(work, "reports");
            made.setDaemon(true);
            return made;
          });
  private volatile boolean failing;

  Counting(CountedLeads leads, CountedTurns turns, ReportSettings settings) {
    this.leads = leads;
    this.turns = turns;
    this.settings = settings;
  }

  /** Counts everything that changed, in the caller's thread; returns when nothing is left. */
  public void count() {
    leads.countChanged();
    untilDone(turns::count);
    untilDone(turns::countLate);
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    long every = settings.every().toMillis();
    if (every > 0) {
      thread.scheduleWithFixedDelay(
          this::guarded, Math.min(every, 2000), every, TimeUnit.MILLISECONDS);
    }
  }

  private void guarded() {
    try {
      count();
      // A piece at a time, so that what just changed does not wait for all that ever was.
      while (leads.goThrough() && !thread.isShutdown()) {
        count();
        rest();
      }
      failing = false;
    } catch (RuntimeException broken) {
      if (!failing && !thread.isShutdown()) {
        log.warn("Reports fall behind: counting failed and is tried again", broken);
      }
      failing = true;
    }
  }

  /** Between pieces of what is only made sure of: leads on their way come first. */
  private void rest() {
    if (leads.wereAllCounted()) {
      LockSupport.parkNanos(REST.toNanos());
    }
  }

  private void untilDone(BooleanSupplier step) {
    while (step.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
      Thread.yield();
    }
  }

  @PreDestroy
  void end() {
    thread.shutdownNow();
  }
}
