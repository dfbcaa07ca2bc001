package org.leadflow.process.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.leadflow.core.Remembered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
class Starting {

  private static final Logger log = LoggerFactory.getLogger(Starting.class);

  private final PendingStarts pending;
  private final Remembered<String> lifecycle;
  private final RuntimeService runtime;
  private final ProcessEngineConfigurationImpl engine;
  private final TransactionTemplate transaction;

  Starting(
      PendingStarts pending,
      RepositoryService repository,
      RuntimeService runtime,
      ProcessEngineConfigurationImpl engine,
      TransactionTemplate transaction) {
    this.pending = pending;
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
   * Never throws; a lead that cannot even be handed to the job executor stays pending and is swept
   * up.
   */
  void start(UUID leadId) {
    try {
      transaction.executeWithoutResult(
          status -> {
            if (pending.take(leadId)) {
              runtime.startProcessInstanceById(lifecycle.get(), leadId.toString());
            }
          });
    } catch (RuntimeException failure) {
      log.warn("Lead {} could not be routed at once and is retried", leadId, failure);
      retry(leadId);
    }
  }

  /**
   * Starts some of those that came in by the thousand, in one transaction and one command of the
   * engine, which writes their rows together. When one of them fails, each is started by itself.
   *
   * @return whether there were any
   */
  boolean startSome(int atMost) {
    List<UUID> some = new ArrayList<>();
    try {
      transaction.executeWithoutResult(
          status -> {
            some.addAll(pending.takeBulk(atMost));
            if (!some.isEmpty()) {
              engine
                  .getCommandExecutorTxRequired()
                  .execute(
                      together -> {
                        some.forEach(
                            lead ->
                                runtime.startProcessInstanceById(lifecycle.get(), lead.toString()));
                        return null;
                      });
            }
          });
    } catch (RuntimeException failure) {
      log.info("{} leads could not be routed together and are one by one", some.size(), failure);
      some.forEach(this::start);
    }
    return !some.isEmpty();
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
