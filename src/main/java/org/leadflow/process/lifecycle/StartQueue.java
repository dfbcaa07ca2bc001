package org.leadflow.process.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Accepted leads in the order they came. Those that wait at the same time are started together; one
 * that waits alone does not wait for others. When more come than have a place here, all are read
 * from the database until there are none left.
 */
class StartQueue {

  /** The rows of so many are written at little more cost than those of a few. */
  static final int TOGETHER = 20;

  /** Where accepted leads are started. */
  interface Starter {

    void start(List<UUID> leadIds);

    /** Starts the oldest that are stored, and answers whether there were any. */
    boolean startStored(int atMost);
  }

  private final BlockingQueue<UUID> waiting;
  private final Executor threads;
  private final Starter starter;

  /** How many found no place. */
  private final AtomicLong turnedAway = new AtomicLong();

  /** How many of them had come when no more were stored. */
  private final AtomicLong foundAgain = new AtomicLong();

  /**
   * @param atMost how many may wait here
   */
  StartQueue(int atMost, Executor threads, Starter starter) {
    this.waiting = new LinkedBlockingQueue<>(atMost);
    this.threads = threads;
    this.starter = starter;
  }

  /** Never throws and never waits. */
  void add(UUID leadId) {
    if (!waiting.offer(leadId)) {
      turnedAway.incrementAndGet();
    }
    begin();
  }

  private void begin() {
    try {
      threads.execute(this::startSome);
    } catch (RejectedExecutionException full) {
      // Those before take it, too: better late than with a request that fails after its lead was
      // stored.
      return;
    }
  }

  private void startSome() {
    long before = turnedAway.get();
    if (before == foundAgain.get()) {
      List<UUID> some = new ArrayList<>();
      waiting.drainTo(some, TOGETHER);
      starter.start(some);
      return;
    }
    waiting.clear();
    if (starter.startStored(TOGETHER)) {
      begin();
    } else {
      foundAgain.accumulateAndGet(before, Math::max);
    }
  }
}
