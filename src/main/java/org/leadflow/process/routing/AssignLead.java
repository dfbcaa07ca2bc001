package org.leadflow.process.routing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.BusinessKey;
import org.leadflow.routing.Assigning;
import org.leadflow.routing.Route;
import org.leadflow.routing.Routing;
import org.springframework.stereotype.Component;

/**
 * Gives the lead to the target the rules named, in a team to whose turn it is. Sets {@code
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

  /**
   * A diagram with a wait between the two steps loses the route; then the rules are asked again.
   */
  @Override
  public void execute(DelegateExecution execution) {
    Lead lead = leads.get(BusinessKey.of(execution));
    Object decided = execution.getVariable(DecideRoute.ROUTE);
    Route route = decided instanceof Route known ? known : routing.decide(lead);
    execution.setVariable("ownerFound", assigning.follow(lead, route).isPresent());
  }
}
