package org.leadflow.intake;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;

/**
 * Whether more leads wait for an owner than may. They are counted once a second, and when those
 * that came since could have made them too many, so that a lead costs no statement.
 */
final class Backlog {

  private final long most;
  private final LongUnaryOperator count;
  private final AtomicLong since = new AtomicLong();
  private volatile long waiting;

  /**
   * @param most how many may wait
   * @param count how many wait; need count no further than it is told
   */
  Backlog(long most, LongUnaryOperator count) {
    this.most = most;
    this.count = count;
  }

  boolean isFull() {
    if (waiting < most && waiting + since.get() >= most) {
      look();
    }
    return waiting >= most;
  }

  void grew(int leads) {
    since.addAndGet(leads);
  }

  synchronized void look() {
    if (since.get() > 0 || waiting > 0) {
      since.set(0);
      waiting = count.applyAsLong(most);
    }
  }
}
