package org.leadflow.process.deadline;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.deadline.Keeping;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.BusinessKey;
import org.springframework.stereotype.Component;

/**
 * Notes that a deadline was missed and tells the owner's managers: the task is offered to them,
 * too, with the highest priority.
 */
@Component
class TellManagers implements JavaDelegate {

  private static final int OVERDUE = 100;

  private final LeadRecords leads;
  private final Keeping keeping;
  private final WorkTimers timers;

  TellManagers(LeadRecords leads, Keeping keeping, WorkTimers timers) {
    this.leads = leads;
    this.keeping = keeping;
    this.timers = timers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Lead lead = leads.locked(BusinessKey.of(execution));
    keeping.miss(lead, WorkTimers.now()).ifPresent(told -> timers.mark(lead, OVERDUE, told));
    timers.again(execution, WorkTimers.MISSED, lead);
  }
}
