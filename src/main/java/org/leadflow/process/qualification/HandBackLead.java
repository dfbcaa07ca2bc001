package org.leadflow.process.qualification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.lead.LeadOwners;
import org.leadflow.lead.LeadRecords;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.process.BusinessKey;
import org.springframework.stereotype.Component;

/** Gives the lead back to the lead desk. */
@Component
class HandBackLead implements JavaDelegate {

  private final LeadRecords leads;
  private final LeadOwners owners;

  HandBackLead(LeadRecords leads, LeadOwners owners) {
    this.leads = leads;
    this.owners = owners;
  }

  @Override
  public void execute(DelegateExecution execution) {
    owners.assign(
        leads.get(BusinessKey.of(execution)),
        Owner.team(Organization.INTAKE_TEAM),
        "Handed back.",
        null,
        null);
  }
}
