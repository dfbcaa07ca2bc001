package org.leadflow.process.qualification;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadRecords;
import org.leadflow.organization.Owner;
import org.leadflow.process.BusinessKey;
import org.leadflow.process.FormFields;
import org.leadflow.routing.Assigning;
import org.springframework.stereotype.Component;

/**
 * Lets the lead follow its task: whoever claims the task owns the lead, and a task put back gives
 * it to the team again.
 */
@Component
class FollowClaim implements TaskListener {

  private final LeadRecords leads;
  private final Assigning assigning;

  FollowClaim(LeadRecords leads, Assigning assigning) {
    this.leads = leads;
    this.assigning = assigning;
  }

  @Override
  public void notify(DelegateTask task) {
    Lead lead = leads.get(BusinessKey.of(task));
    Owner owner = task.getAssignee() == null ? team(task) : Owner.user(task.getAssignee());
    if (owner.equals(lead.owner())) {
      return;
    }
    assigning.refusal(owner).ifPresent(FollowClaim::refuse);
    assigning.follow(lead, owner, task.getAssignee() == null ? "Put back." : "Claimed.");
  }

  private static Owner team(DelegateTask task) {
    return task.getCandidates().stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .findFirst()
        .map(Owner::team)
        .orElseThrow(
            () ->
                FormFields.refused(
                    "assignee", "must stay: a lead always has an owner; hand it back instead"));
  }

  private static void refuse(String fault) {
    throw FormFields.refused("assignee", fault);
  }
}
