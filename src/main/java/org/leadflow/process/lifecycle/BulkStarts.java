package org.leadflow.process.lifecycle;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts the leads that came in by the thousand, some dozen at a time and in threads of their own:
 * a lead that somebody waits for never stands behind them.
 */
@Component
class BulkStarts {

  private static final Logger log = LoggerFactory.getLogger(BulkStarts.class);

  private final Starting starting;
  private final ProcessSettings settings;
  private final Object news = new Object();
  private final List<Thread> threads = new ArrayList<>();
  private boolean anyNews;
  private volatile boolean ended;

  BulkStarts(Starting starting, ProcessSettings settings) {
    this.starting = starting;
    this.settings = settings;
  }

  @EventListener
  void begin(ApplicationReadyEvent ready) {
    synchronized (threads) {
      while (settings.startedTogether() > 0 && threads.size() < settings.bulkStarters()) {
        var thread = new Thread(this::run, "bulk-starter-" + threads.size());
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

  /** Some more are stored. */
  void wake() {
    synchronized (news) {
      anyNews = true;
      news.notifyAll();
    }
  }

  private void run() {
    while (!ended) {
      boolean any = false;
      try {
        any = starting.startBulk(settings.startedTogether());
      } catch (RuntimeException failure) {
        log.warn("Imported leads wait", failure);
      }
      if (!any) {
        pause();
      }
    }
  }

  private void pause() {
    try {
      synchronized (news) {
        if (!anyNews) {
          news.wait(settings.bulkEvery().toMillis());
        }
        anyNews = false;
      }
    } catch (InterruptedException stopped) {
      ended = true;
    }
  }
}
