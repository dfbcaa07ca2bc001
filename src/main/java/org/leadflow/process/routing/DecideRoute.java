package org.leadflow.process.routing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.BusinessKey;
import org.leadflow.routing.Assigning;
import org.leadflow.routing.Route;
import org.leadflow.routing.Routing;
import org.springframework.stereotype.Component;

/**
 * Asks the routing rules who takes the lead. Sets {@code targetFound}; the route itself goes to the
 * next step within the transaction and is never stored by the engine.
 */
@Component
class DecideRoute implements JavaDelegate {

  static final String ROUTE = "route";

  private final LeadRecords leads;
  private final Routing routing;
  private final Assigning assigning;

  DecideRoute(LeadRecords leads, Routing routing, Assigning assigning) {
    this.leads = leads;
    this.routing = routing;
    this.assigning = assigning;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Lead lead = leads.get(BusinessKey.of(execution));
    Route route = routing.decide(lead);
    execution.setVariable("targetFound", route.hasTarget());
    if (route.hasTarget()) {
      execution.setVariable(ROUTE, Variables.untypedValue(route, true));
    } else {
      assigning.follow(lead, route);
    }
  }
}
