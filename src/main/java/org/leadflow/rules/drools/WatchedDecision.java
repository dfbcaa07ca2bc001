package org.leadflow.rules.drools;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One decision in a thread of its own, which can be left behind when it does not come to an end:
 * Java cannot end it. Threads are used again, so that its computing time counts from its begin.
 */
final class WatchedDecision<T> {

  /** So many decide at once; those left behind do not count. */
  private static final int MOST = 16;

  private static final int MOST_WAITS = 10;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final Semaphore PLACES = new Semaphore(MOST);
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          work -> {
            var thread = new Thread(work, "rules");
            thread.setDaemon(true);
            thread.setContextClassLoader(WatchedDecision.class.getClassLoader());
            return thread;
          });

  private final FutureTask<T> task;
  private final Runnable atLastEnded;
  private final AtomicBoolean keepsPlace = new AtomicBoolean(true);
  private volatile @Nullable Thread thread;
  private volatile long before;
  private volatile boolean left;
  private volatile boolean ended;

  private WatchedDecision(Callable<T> work, Runnable atLastEnded) {
    this.task = new FutureTask<>(work);
    this.atLastEnded = atLastEnded;
  }

  /**
   * Begins; null when too many others are under way for that long.
   *
   * @param atLastEnded called when a decision that was left behind ends nevertheless
   * @throws InterruptedException when the thread that asks is stopped
   */
  static <T> @Nullable WatchedDecision<T> begin(
      Callable<T> work, Duration patience, Runnable atLastEnded) throws InterruptedException {
    if (!PLACES.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      return null;
    }
    var decision = new WatchedDecision<>(work, atLastEnded);
    try {
      THREADS.execute(decision::run);
    } catch (RuntimeException | OutOfMemoryError noThread) {
      PLACES.release();
      throw noThread;
    }
    return decision;
  }

  private void run() {
    before = CPU.getCurrentThreadCpuTime();
    thread = Thread.currentThread();
    try {
      task.run();
    } finally {
      boolean late;
      synchronized (this) {
        ended = true;
        late = left;
      }
      if (late) {
        Thread.currentThread().setPriority(Thread.NORM_PRIORITY);
        atLastEnded.run();
      }
      giveUpPlace();
    }
  }

  /**
   * What was decided. On a machine that has other things to do, waiting is not the fault of the
   * rules: only when they took computing time, or after many times the limit, it is over.
   *
   * @throws TimeoutException when its time is over
   */
  T await(Duration limit) throws InterruptedException, ExecutionException, TimeoutException {
    for (int waited = 1; ; waited++) {
      try {
        return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException over) {
        if (waited == MOST_WAITS || computed() >= limit.toNanos() / 2) {
          throw over;
        }
      }
    }
  }

  /** Nanoseconds of computing, of this decision alone. */
  private long computed() {
    Thread deciding = thread;
    return deciding == null ? 0 : CPU.getThreadCpuTime(deciding.getId()) - before;
  }

  /**
   * Does not wait for it any more; it may go on where nobody needs the processor.
   *
   * @return whether it was still at work
   */
  boolean leave() {
    synchronized (this) {
      if (ended) {
        return false;
      }
      left = true;
    }
    task.cancel(true);
    Thread deciding = thread;
    if (deciding != null) {
      deciding.setPriority(Thread.MIN_PRIORITY);
    }
    giveUpPlace();
    return true;
  }

  private void giveUpPlace() {
    if (keepsPlace.getAndSet(false)) {
      PLACES.release();
    }
  }
}
