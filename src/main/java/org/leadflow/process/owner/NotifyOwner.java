package org.leadflow.process.owner;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.activity.Activities;
import org.leadflow.lead.activity.ActivityFields;
import org.leadflow.lead.activity.ActivityType;
import org.leadflow.organization.Owner;
import org.leadflow.process.BusinessKey;
import org.springframework.stereotype.Component;

/** Puts something to do beside the lead for the person who owns it. */
@Component
class NotifyOwner implements JavaDelegate {

  private final LeadRecords leads;
  private final Activities activities;

  NotifyOwner(LeadRecords leads, Activities activities) {
    this.leads = leads;
    this.activities = activities;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Lead lead = leads.get(BusinessKey.of(execution));
    if (lead.owner().kind() == Owner.Kind.USER) {
      String message = (String) execution.getVariable("message");
      activities.add(
          lead.leadId(),
          new ActivityFields(ActivityType.TASK, message, null, null, lead.owner().id()));
    }
  }
}
