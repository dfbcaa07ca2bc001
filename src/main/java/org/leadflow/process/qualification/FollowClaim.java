package org.leadflow.process.qualification;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.leadflow.access.Privilege;
import org.leadflow.core.Actor;
import org.leadflow.core.CurrentActor;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadRecords;
import org.leadflow.organization.Owner;
import org.leadflow.process.BusinessKey;
import org.leadflow.process.FormFields;
import org.leadflow.routing.Assigning;
import org.springframework.stereotype.Component;

/**
 * Lets the lead follow its task: whoever claims the task owns the lead, a task put back gives it to
 * the team again, and a task given to somebody else is an assignment by hand. Refuses what the API
 * would refuse too.
 */
@Component
class FollowClaim implements TaskListener {

  private final LeadRecords leads;
  private final LeadAccess access;
  private final CurrentActor actor;
  private final Assigning assigning;
  private final TaskGrants grants;

  FollowClaim(
      LeadRecords leads,
      LeadAccess access,
      CurrentActor actor,
      Assigning assigning,
      TaskGrants grants) {
    this.leads = leads;
    this.access = access;
    this.actor = actor;
    this.assigning = assigning;
    this.grants = grants;
  }

  @Override
  public void notify(DelegateTask task) {
    Lead lead = leads.get(BusinessKey.of(task));
    Owner owner =
        task.getAssignee() == null ? grants.offeringTeam(task) : Owner.user(task.getAssignee());
    if (owner.equals(lead.owner())) {
      return;
    }
    Actor who = actor.get();
    boolean takes = owner.equals(Owner.user(who.id()));
    access.require(
        lead.leadId(), takes || task.getAssignee() == null ? Privilege.WRITE : Privilege.ASSIGN);
    assigning.refusal(owner).ifPresent(FollowClaim::refuse);
    if (takes || task.getAssignee() == null) {
      assigning.follow(lead, owner, takes ? "Claimed." : "Put back.");
    } else {
      assigning.byHand(lead, owner);
    }
    grants.keepOnly(task, owner);
  }

  private static void refuse(String fault) {
    throw FormFields.refused("assignee", fault);
  }
}
