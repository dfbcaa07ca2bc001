package org.leadflow.process.qualification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.lead.LeadRecords;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.process.BusinessKey;
import org.leadflow.routing.Assigning;
import org.springframework.stereotype.Component;

/** Gives the lead back to the lead desk. */
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
    assigning.follow(
        leads.get(BusinessKey.of(execution)), Owner.team(Organization.INTAKE_TEAM), "Handed back.");
  }
}
