package org.leadflow.process.lifecycle;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.leadflow.core.Refused;
import org.leadflow.lead.LeadEvent.LeadMerged;
import org.leadflow.process.Refusals;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the process of a lead that somebody merged into another, in the same transaction. */
@Component
class Merged {

  private final RuntimeService runtime;

  Merged(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @EventListener
  void end(LeadMerged merged) {
    List<String> running =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(merged.leadId().toString(), LeadLifecycle.KEY)
            .list()
            .stream()
            .map(ProcessInstance::getId)
            .toList();
    if (running.isEmpty()) {
      throw Refused.conflict(
          "not-routed-yet", "The lead is on its way to its first owner: merge it in a moment.");
    }
    Refusals.unwrapped(
        () ->
            runtime.deleteProcessInstances(
                running, "merged into lead " + merged.masterId(), true, true));
  }
}
