package org.leadflow.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.leadflow.core.Allowances;
import org.leadflow.core.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Says "not now" before anything is stored: to a caller who sends more than his share, and to all
 * when more leads wait for an owner than can be routed soon. So what is accepted is never given up
 * for what comes after it. Costs a lead no statement; the backlog is looked at once a second.
 */
@Component
public class Admission {

  private static final Logger log = LoggerFactory.getLogger(Admission.class);
  private static final Duration UNTIL_SOME_ARE_ROUTED = Duration.ofSeconds(5);

  private final BulkQueue queue;
  private final AdmissionSettings settings;
  private final Allowances callers;
  private final AtomicLong admitted = new AtomicLong();
  private volatile long waiting;

  Admission(BulkQueue queue, AdmissionSettings settings) {
    this.queue = queue;
    this.settings = settings;
    this.callers =
        new Allowances(settings.atOnce(), settings.leadsPerSecond(), Duration.ofSeconds(1));
  }

  /**
   * Lets so many leads of this caller in.
   *
   * @throws Refused with 429 and the time to wait, when they must come later
   */
  public void admit(String caller, int leads) {
    if (waiting < settings.backlog() && waiting + admitted.get() >= settings.backlog()) {
      look();
    }
    if (waiting >= settings.backlog()) {
      throw Refused.tooMuch(
          "overloaded",
          "More leads wait for their owner than can be routed soon. Nothing was stored: send it again later.",
          UNTIL_SOME_ARE_ROUTED);
    }
    Optional<Duration> later = callers.take(caller, leads);
    if (later.isPresent()) {
      throw Refused.tooMuch(
          "too-many-leads",
          "You send more leads than one caller may. Nothing was stored: send it again later.",
          later.get());
    }
    admitted.addAndGet(leads);
  }

  @Scheduled(fixedDelay = 1000)
  void watch() {
    if (admitted.get() > 0 || waiting > 0) {
      try {
        look();
      } catch (DataAccessException unreachable) {
        log.debug("Nobody knows how many leads wait", unreachable);
      }
    }
  }

  private synchronized void look() {
    if (admitted.get() > 0 || waiting > 0) {
      admitted.set(0);
      waiting = queue.unrouted(settings.backlog());
    }
  }
}
