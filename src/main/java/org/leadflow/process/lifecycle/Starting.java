package org.leadflow.process.lifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.leadflow.assignment.TurnsTogether;
import org.leadflow.core.LeadInLog;
import org.leadflow.core.Remembered;
import org.leadflow.duplicates.IntakeDuplicates;
import org.leadflow.lead.LeadRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts the process of an accepted lead and runs it to its first wait state, in one transaction:
 * process token, turn, owner, trail and decision commit together or not at all.
 *
 * <p>What fails is started again by the job executor, with its retries and, when these are used up,
 * its incident.
 */
@Component
class Starting implements StartQueue.Starter {

  private static final Logger log = LoggerFactory.getLogger(Starting.class);

  /**
   * How often it is tried where others were in the way, before each lead is by itself, or a job.
   */
  private static final int TRIES = 3;

  /** After so long without leads that were started together each is by itself again. */
  private static final Duration AMONG_MANY = Duration.ofSeconds(5);

  private final PendingStarts pending;
  private final LeadRecords leads;
  private final IntakeDuplicates duplicates;
  private final TurnsTogether turns;
  private final Remembered<String> lifecycle;
  private final RuntimeService runtime;
  private final ProcessEngineConfigurationImpl engine;
  private final TransactionTemplate transaction;
  private volatile long lastTogether = System.nanoTime() - AMONG_MANY.toNanos();

  Starting(
      PendingStarts pending,
      LeadRecords leads,
      IntakeDuplicates duplicates,
      TurnsTogether turns,
      RepositoryService repository,
      RuntimeService runtime,
      ProcessEngineConfigurationImpl engine,
      TransactionTemplate transaction) {
    this.pending = pending;
    this.leads = leads;
    this.duplicates = duplicates;
    this.turns = turns;
    this.lifecycle = new Remembered<>(() -> current(repository));
    this.runtime = runtime;
    this.engine = engine;
    this.transaction = transaction;
  }

  private static String current(RepositoryService repository) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(LeadLifecycle.KEY)
        .latestVersion()
        .singleResult()
        .getId();
  }

  /**
   * Starts leads that came in one after the other; those that wait at the same time share a
   * transaction. Beside others that are started together one alone joins in, for a turn it took
   * from the pool itself would undo theirs. Never throws.
   */
  @Override
  public void start(List<UUID> leadIds) {
    List<UUID> left = new ArrayList<>(leadIds);
    if (left.size() > 1 || left.size() == 1 && isAmongMany()) {
      left.removeAll(startedTogether(() -> pending.hold(leadIds)));
    }
    left.forEach(this::start);
  }

  private boolean isAmongMany() {
    return System.nanoTime() - lastTogether < AMONG_MANY.toNanos();
  }

  /**
   * Never throws; a lead that cannot even be handed to the job executor stays pending and is swept
   * up.
   */
  private void start(UUID leadId) {
    try (LeadInLog.Until ended = LeadInLog.of(leadId)) {
      startOrRetry(leadId);
    }
  }

  private void startOrRetry(UUID leadId) {
    triedAgain(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      if (pending.take(leadId)) {
                        run(leadId);
                      }
                    }))
        .ifPresent(
            failure -> {
              log.warn("Lead {} could not be routed at once and is retried", leadId, failure);
              retry(leadId);
            });
  }

  private void run(UUID leadId) {
    try (LeadInLog.Until ended = LeadInLog.of(leadId)) {
      runtime.startProcessInstanceById(lifecycle.get(), leadId.toString());
    }
  }

  @Override
  public boolean startStored(int atMost) {
    return startSome(atMost, false);
  }

  /** Starts some of those that came in by the thousand, and answers whether there were any. */
  boolean startBulk(int atMost) {
    return startSome(atMost, true);
  }

  private boolean startSome(int atMost, boolean bulk) {
    return !startedTogether(() -> pending.holdSome(atMost, bulk)).isEmpty();
  }

  /**
   * Starts leads in one transaction and one command of the engine, which writes their rows
   * together. When somebody was faster it is tried again; when one of them fails, each is started
   * by itself.
   *
   * @return those that were held, all of which are seen to
   */
  private List<UUID> startedTogether(Supplier<List<UUID>> held) {
    List<UUID> some = new ArrayList<>();
    List<UUID> waiting = new ArrayList<>();
    Optional<RuntimeException> failed =
        triedAgain(
            () -> {
              some.clear();
              waiting.clear();
              transaction.executeWithoutResult(
                  status ->
                      turns.ofMany(
                          reckoned -> {
                            some.addAll(held.get());
                            waiting.addAll(startTogether(some, reckoned));
                          }));
            });
    if (failed.isPresent()) {
      log.info(
          "{} leads could not be routed together and are one by one", some.size(), failed.get());
      some.forEach(this::start);
    } else {
      waiting.forEach(lead -> startedTogether(() -> pending.hold(lead)));
    }
    return some;
  }

  /** What it failed with in the end; empty when it was done. */
  private static Optional<RuntimeException> triedAgain(Runnable work) {
    RuntimeException failed;
    int tries = 0;
    do {
      try {
        work.run();
        return Optional.empty();
      } catch (RuntimeException failure) {
        failed = failure;
      }
    } while (failed instanceof TransientDataAccessException && ++tries < TRIES);
    return Optional.of(failed);
  }

  /**
   * One thread reckons while others write what they reckoned before.
   *
   * @return those that may have to wait for others: who waits must hold no more than himself, or
   *     two of them wait for each other
   */
  private List<UUID> startTogether(List<UUID> some, Runnable reckoned) {
    if (some.isEmpty()) {
      return List.of();
    }
    leads.lookAhead(some);
    List<UUID> mayWait =
        some.stream().filter(lead -> duplicates.mayWait(leads.get(lead), some)).toList();
    List<UUID> waiting = some.size() == 1 ? List.of() : mayWait;
    List<UUID> together = some.stream().filter(lead -> !waiting.contains(lead)).toList();
    if (together.isEmpty()) {
      return waiting;
    }
    pending.take(together);
    engine
        .getCommandExecutorTxRequired()
        .execute(
            command -> {
              together.forEach(this::run);
              reckoned.run();
              if (together.size() > 1) {
                lastTogether = System.nanoTime();
              }
              return null;
            });
    return waiting;
  }

  private void retry(UUID leadId) {
    try {
      transaction.executeWithoutResult(
          status -> {
            if (pending.take(leadId)) {
              runtime
                  .createMessageCorrelation(LeadLifecycle.LEAD_RETRIED)
                  .processInstanceBusinessKey(leadId.toString())
                  .correlateStartMessage();
            }
          });
    } catch (RuntimeException failure) {
      log.error("Lead {} stays pending", leadId, failure);
    }
  }
}
