package org.leadflow.intake;

import java.time.Duration;
import java.util.Optional;
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
 * for what comes after it. A lead that comes alone is routed before those of batches and files, so
 * however many of these wait, they do not keep it out.
 */
@Component
public class Admission {

  private static final Logger log = LoggerFactory.getLogger(Admission.class);
  private static final Duration UNTIL_SOME_ARE_ROUTED = Duration.ofSeconds(5);

  private final Allowances callers;
  private final Backlog alone;
  private final Backlog all;

  Admission(BulkQueue queue, AdmissionSettings settings) {
    this.callers =
        new Allowances(settings.atOnce(), settings.leadsPerSecond(), Duration.ofSeconds(1));
    this.alone = new Backlog(settings.backlog(), queue::unroutedAlone);
    this.all = new Backlog(settings.backlog(), queue::unrouted);
  }

  /**
   * Lets a lead of this caller in.
   *
   * @throws Refused with 429 and the time to wait, when it must come later
   */
  public void admit(String caller) {
    admit(caller, 1, alone);
  }

  /**
   * Lets so many leads of this caller in, which came together.
   *
   * @throws Refused with 429 and the time to wait, when they must come later
   */
  public void admitTogether(String caller, int leads) {
    admit(caller, leads, all);
  }

  private void admit(String caller, int leads, Backlog backlog) {
    if (backlog.isFull()) {
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
    if (backlog == alone) {
      alone.grew(leads);
    }
    all.grew(leads);
  }

  @Scheduled(fixedDelay = 1000)
  void watch() {
    try {
      alone.look();
      all.look();
    } catch (DataAccessException unreachable) {
      log.debug("Nobody knows how many leads wait", unreachable);
    }
  }
}
