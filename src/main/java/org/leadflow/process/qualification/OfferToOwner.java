package org.leadflow.process.qualification;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.leadflow.lead.LeadRecords;
import org.leadflow.organization.Owner;
import org.leadflow.process.BusinessKey;
import org.springframework.stereotype.Component;

/**
 * Gives the task to the lead's owner: to a person as his, to a team for any of its members to
 * claim.
 */
@Component
class OfferToOwner implements TaskListener {

  private final LeadRecords leads;

  OfferToOwner(LeadRecords leads) {
    this.leads = leads;
  }

  @Override
  public void notify(DelegateTask task) {
    Owner owner = leads.get(BusinessKey.of(task)).owner();
    if (owner.kind() == Owner.Kind.USER) {
      task.setAssignee(owner.id());
    } else {
      task.addCandidateGroup(owner.id());
    }
  }
}
