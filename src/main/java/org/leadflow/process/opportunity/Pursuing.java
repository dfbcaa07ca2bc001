package org.leadflow.process.opportunity;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.leadflow.customer.Pursuit.OpportunityOpened;
import org.leadflow.customer.Pursuit.OpportunityRemoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process of a new opportunity, in the transaction that opens it. */
@Component
class Pursuing {

  private final RuntimeService runtime;
  private final HistoryService history;

  Pursuing(RuntimeService runtime, HistoryService history) {
    this.runtime = runtime;
    this.history = history;
  }

  @EventListener
  void pursue(OpportunityOpened opened) {
    runtime.startProcessInstanceByKey(OpportunityPursuit.KEY, opened.opportunityId().toString());
  }

  /** Ends the process of an opportunity that is gone and takes it out of the history too. */
  @EventListener
  void forget(OpportunityRemoved removed) {
    String key = removed.opportunityId().toString();
    List<String> running =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(key)
            .processDefinitionKey(OpportunityPursuit.KEY)
            .list()
            .stream()
            .map(ProcessInstance::getId)
            .toList();
    runtime.deleteProcessInstancesIfExists(running, "opportunity removed", true, true, true);
    history.deleteHistoricProcessInstancesIfExists(running);
  }
}
