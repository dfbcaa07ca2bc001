package org.leadflow.process.deadline;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.deadline.Keeping;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.BusinessKey;
import org.leadflow.process.qualification.WorkLeadForm;
import org.leadflow.qualification.Qualification;
import org.springframework.stereotype.Component;

/**
 * Notes that the lead was reached and that the customer asked for time, during which no deadline
 * goes on, and clears the form for the next answer.
 */
@Component
class WaitForCustomer implements JavaDelegate {

  private final Qualification qualification;
  private final LeadRecords leads;
  private final Keeping keeping;

  WaitForCustomer(Qualification qualification, LeadRecords leads, Keeping keeping) {
    this.qualification = qualification;
    this.leads = leads;
    this.keeping = keeping;
  }

  @Override
  public void execute(DelegateExecution execution) {
    qualification.contacted(BusinessKey.of(execution));
    keeping.waits(leads.get(BusinessKey.of(execution)), WorkLeadForm.waiting(execution));
    WorkLeadForm.clear(execution);
  }
}
