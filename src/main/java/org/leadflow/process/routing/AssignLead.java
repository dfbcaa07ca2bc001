package org.leadflow.process.routing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.BusinessKey;
import org.leadflow.routing.Assigning;
import org.leadflow.routing.Routing;
import org.springframework.stereotype.Component;

/**
 * Gives the lead to the target the rules name, in a team to whose turn it is. Sets {@code
 * ownerFound}.
 */
@Component
class AssignLead implements JavaDelegate {

  private final LeadRecords leads;
  private final Routing routing;
  private final Assigning assigning;

  AssignLead(LeadRecords leads, Routing routing, Assigning assigning) {
    this.leads = leads;
    this.routing = routing;
    this.assigning = assigning;
  }

  /** Rules are pure: asking them again is cheaper than carrying their answer through the engine. */
  @Override
  public void execute(DelegateExecution execution) {
    Lead lead = leads.get(BusinessKey.of(execution));
    execution.setVariable("ownerFound", assigning.follow(lead, routing.decide(lead)).isPresent());
  }
}
