package org.leadflow.process.qualification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.BusinessKey;
import org.leadflow.process.FormFields;
import org.leadflow.routing.Assigning;
import org.springframework.stereotype.Component;

/** Gives the lead back to the lead desk, for the reason in the form's comment if there is one. */
@Component
class HandBackLead implements JavaDelegate {

  private final LeadRecords leads;
  private final Assigning assigning;

  HandBackLead(LeadRecords leads, Assigning assigning) {
    this.leads = leads;
    this.assigning = assigning;
  }

  @Override
  public void execute(DelegateExecution execution) {
    assigning.handBack(
        leads.get(BusinessKey.of(execution)), FormFields.in(execution).limited("comment", 2000));
    FormFields.forgetWords(execution);
  }
}
