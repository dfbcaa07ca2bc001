package org.leadflow.assignment;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How a transaction ends, for those that wait for it. */
final class Ending {

  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean committed;

  void is(boolean committed) {
    this.committed = committed;
    ended.countDown();
  }

  /** Waits for the end; false when there was none in that time, or nothing was committed. */
  boolean await(Duration atMost) {
    try {
      return ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS) && committed;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
