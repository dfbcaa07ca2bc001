package org.leadflow.process.lifecycle;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.leadflow.lead.LeadEvent.LeadDeleted;
import org.leadflow.process.Refusals;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes a deleted lead out of the engine, running and past, in the transaction that deletes it. */
@Component
class Leaving {

  private final RuntimeService runtime;
  private final HistoryService history;

  Leaving(RuntimeService runtime, HistoryService history) {
    this.runtime = runtime;
    this.history = history;
  }

  @EventListener
  void leave(LeadDeleted deleted) {
    String key = deleted.leadId().toString();
    List<String> running =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(key)
            .rootProcessInstances()
            .list()
            .stream()
            .map(ProcessInstance::getId)
            .toList();
    if (!running.isEmpty()) {
      Refusals.unwrapped(() -> runtime.deleteProcessInstances(running, "lead deleted", true, true));
    }
    List<String> past =
        history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(key).list().stream()
            .map(HistoricProcessInstance::getId)
            .toList();
    if (!past.isEmpty()) {
      Refusals.unwrapped(() -> history.deleteHistoricProcessInstancesIfExists(past));
    }
  }
}
