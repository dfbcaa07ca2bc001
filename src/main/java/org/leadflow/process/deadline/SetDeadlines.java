package org.leadflow.process.deadline;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.BusinessKey;
import org.springframework.stereotype.Component;

/** Reckons when the owner is reminded, when a deadline is missed, and when the lead lapses. */
@Component
class SetDeadlines implements JavaDelegate {

  private final LeadRecords leads;
  private final WorkTimers timers;

  SetDeadlines(LeadRecords leads, WorkTimers timers) {
    this.leads = leads;
    this.timers = timers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    timers.prepare(execution, leads.get(BusinessKey.of(execution)));
  }
}
