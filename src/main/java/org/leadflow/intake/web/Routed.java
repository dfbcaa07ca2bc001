package org.leadflow.intake.web;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.leadflow.core.Slices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells when leads are routed, whichever node does it. However many wait, one statement asks for
 * all, some times a second; nobody holds a connection or a thread of the server meanwhile.
 */
@Component
class Routed {

  private static final Logger log = LoggerFactory.getLogger(Routed.class);
  private static final long LOOK_EVERY = 50;
  private static final int ASKED_TOGETHER = 500;

  private final JdbcClient jdbc;
  private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();
  private boolean looking;
  private volatile boolean ended;

  Routed(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param until as {@link System#nanoTime} counts, which nobody sets back
   */
  private record Waiter(UUID leadId, long until, Consumer<Boolean> told) {}

  /**
   * @param told once: true when the lead is routed or closed, false when the time is over before,
   *     or the node stops
   */
  void when(UUID leadId, Duration atMost, Consumer<Boolean> told) {
    waiters.add(new Waiter(leadId, System.nanoTime() + atMost.toNanos(), told));
    if (ended) {
      tell(Set.of());
    }
    synchronized (this) {
      if (!looking && !ended) {
        looking = true;
        var thread = new Thread(this::look, "routed");
        thread.setDaemon(true);
        thread.start();
      }
    }
  }

  @EventListener(ContextClosedEvent.class)
  void end() {
    ended = true;
    tell(Set.of());
  }

  private void look() {
    while (!isOver()) {
      try {
        tell();
      } catch (DataAccessException unreachable) {
        log.debug("Nobody knows which leads are routed", unreachable);
        tell(Set.of());
      } catch (RuntimeException | Error failure) {
        // Who waits next must not wait for a thread that has died.
        log.warn("Looking for leads that are routed failed", failure);
      }
      try {
        Thread.sleep(LOOK_EVERY);
      } catch (InterruptedException stopped) {
        ended = true;
        tell(Set.of());
      }
    }
  }

  private synchronized boolean isOver() {
    looking = !ended && !waiters.isEmpty();
    return !looking;
  }

  private void tell() {
    List<UUID> asked = waiters.stream().map(Waiter::leadId).distinct().toList();
    Set<UUID> routed = new HashSet<>();
    Slices.of(asked, ASKED_TOGETHER).forEach(some -> routed.addAll(routed(some)));
    tell(routed);
  }

  private List<UUID> routed(List<UUID> asked) {
    return jdbc.sql(
            """
            SELECT lead_id FROM lead
            WHERE lead_id IN (:asked) AND (last_decision_id IS NOT NULL OR state_code <> 0)
            """)
        .param("asked", asked)
        .query(UUID.class)
        .list();
  }

  private void tell(Set<UUID> routed) {
    long now = System.nanoTime();
    for (Waiter waiter : List.copyOf(waiters)) {
      boolean done = routed.contains(waiter.leadId());
      if ((done || ended || now - waiter.until() > 0) && waiters.remove(waiter)) {
        try {
          waiter.told().accept(done);
        } catch (RuntimeException failure) {
          log.warn("Nobody could be told of lead {}", waiter.leadId(), failure);
        }
      }
    }
  }
}
