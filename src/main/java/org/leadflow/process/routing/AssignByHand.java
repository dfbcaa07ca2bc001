package org.leadflow.process.routing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.BusinessKey;
import org.leadflow.routing.Assigning;
import org.springframework.stereotype.Component;

/** Gives the lead to the person or team chosen in the triage form. */
@Component
class AssignByHand implements JavaDelegate {

  private final LeadRecords leads;
  private final Assigning assigning;

  AssignByHand(LeadRecords leads, Assigning assigning) {
    this.leads = leads;
    this.assigning = assigning;
  }

  @Override
  public void execute(DelegateExecution execution) {
    assigning.byHand(leads.get(BusinessKey.of(execution)), new TriageForm(execution).owner());
  }
}
