package org.leadflow.process.owner;

import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.BusinessKey;
import org.leadflow.process.HoursOfWork;
import org.springframework.stereotype.Component;

/**
 * Finds the moment at which so many hours of the owner's working time have passed. Sets {@code
 * workingTime}, for a timer behind it.
 */
@Component
class FindWorkingTime implements JavaDelegate {

  private final LeadRecords leads;
  private final OwnersTime time;

  FindWorkingTime(LeadRecords leads, OwnersTime time) {
    this.leads = leads;
    this.time = time;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Duration work = HoursOfWork.of(execution);
    execution.setVariable(
        "workingTime", Date.from(time.after(leads.get(BusinessKey.of(execution)).owner(), work)));
  }
}
