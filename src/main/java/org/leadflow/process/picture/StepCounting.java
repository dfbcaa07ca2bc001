package org.leadflow.process.picture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts steps of all leads once they ended, behind the leads and a handful at a time, so that no
 * transaction is long. One node counts a version, and each step counts once.
 *
 * <p>What ended in the last minute is left for later: it may not be committed yet. A step whose
 * transaction takes longer than that is missing from the figures; its lead's own way has it.
 */
@Component
class StepCounting {

  private static final Logger log = LoggerFactory.getLogger(StepCounting.class);

  private static final Duration MAY_STILL_COME = Duration.ofMinutes(1);
  private static final int HANDFUL = 20_000;

  private final RepositoryService repository;
  private final StepRows rows;
  private final TransactionTemplate transaction;
  private final Clock clock;

  StepCounting(
      RepositoryService repository, StepRows rows, TransactionTemplate transaction, Clock clock) {
    this.repository = repository;
    this.rows = rows;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT5M")
  void countInTheBackground() {
    try {
      for (ProcessDefinition each : repository.createProcessDefinitionQuery().list()) {
        count(each.getId(), clock.instant().minus(MAY_STILL_COME), Duration.ofHours(1));
      }
    } catch (RuntimeException failure) {
      log.warn("Steps of processes could not be counted and are later", failure);
    }
  }

  /** Catches up for somebody who looks now, as far as he would wait. */
  void catchUp(List<ProcessDefinition> versions, Duration patience) {
    versions.forEach(each -> count(each.getId(), clock.instant().minus(MAY_STILL_COME), patience));
  }

  /** Counts what ended before a time, but no longer than so long. */
  void count(String definition, Instant until, Duration patience) {
    rows.begin(definition);
    long start = System.nanoTime();
    while (Boolean.TRUE.equals(transaction.execute(status -> handful(definition, until)))) {
      if (System.nanoTime() - start > patience.toNanos()) {
        return;
      }
    }
  }

  /** Whether there may be more. */
  private boolean handful(String definition, Instant until) {
    Optional<Instant> counted = rows.taken(definition);
    if (counted.isEmpty() || !counted.get().isBefore(until)) {
      return false;
    }
    Optional<Instant> end = rows.end(definition, counted.get(), until, HANDFUL);
    // Steps of one moment stay together.
    Instant next = end.map(moment -> moment.plusMillis(1)).filter(until::isAfter).orElse(until);
    rows.ended(definition, counted.get(), next).forEach(some -> rows.add(definition, some));
    rows.counted(definition, next);
    return next.isBefore(until);
  }
}
