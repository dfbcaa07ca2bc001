package org.leadflow.process.deadline;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.deadline.Keeping;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.BusinessKey;
import org.springframework.stereotype.Component;

/** Reminds the owner of a lead: on its timeline, and by a higher priority of his task. */
@Component
class RemindOwner implements JavaDelegate {

  private static final int URGENT = 75;

  private final LeadRecords leads;
  private final Keeping keeping;
  private final WorkTimers timers;

  RemindOwner(LeadRecords leads, Keeping keeping, WorkTimers timers) {
    this.leads = leads;
    this.keeping = keeping;
    this.timers = timers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Lead lead = leads.locked(BusinessKey.of(execution));
    if (keeping.remind(lead, WorkTimers.now())) {
      timers.mark(lead, URGENT, Set.of());
    }
    timers.again(execution, WorkTimers.REMINDER, lead);
  }
}
