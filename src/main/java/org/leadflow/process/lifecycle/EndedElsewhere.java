package org.leadflow.process.lifecycle;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.leadflow.core.Refused;
import org.leadflow.lead.LeadEvent.LeadMerged;
import org.leadflow.process.Refusals;
import org.leadflow.qualification.Withdrawing.Withdrawn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends the process of a lead that somebody merged into another, or that was withdrawn, in the same
 * transaction and wherever it stands.
 */
@Component
class EndedElsewhere {

  private final RuntimeService runtime;

  EndedElsewhere(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @EventListener
  void end(LeadMerged merged) {
    end(
        merged.leadId(),
        "merged into lead " + merged.masterId(),
        "The lead is on its way to its first owner: merge it in a moment.");
  }

  @EventListener
  void end(Withdrawn withdrawn) {
    end(
        withdrawn.leadId(),
        "withdrawn",
        "The lead is on its way to its first owner: withdraw it in a moment.");
  }

  private void end(UUID leadId, String why, String tooEarly) {
    List<String> running =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(leadId.toString(), LeadLifecycle.KEY)
            .list()
            .stream()
            .map(ProcessInstance::getId)
            .toList();
    if (running.isEmpty()) {
      throw Refused.conflict("not-routed-yet", tooEarly);
    }
    Refusals.unwrapped(() -> runtime.deleteProcessInstances(running, why, true, true));
  }
}
