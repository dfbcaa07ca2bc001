package org.leadflow.process.routing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.BusinessKey;
import org.leadflow.routing.Placing;
import org.leadflow.routing.Route;
import org.leadflow.routing.Routing;
import org.springframework.stereotype.Component;

/**
 * Asks the routing rules who takes the lead, and keeps why when nobody does. Sets {@code
 * targetFound}.
 */
@Component
class DecideRoute implements JavaDelegate {

  private final LeadRecords leads;
  private final Routing routing;
  private final Placing placing;

  DecideRoute(LeadRecords leads, Routing routing, Placing placing) {
    this.leads = leads;
    this.routing = routing;
    this.placing = placing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Lead lead = leads.get(BusinessKey.of(execution));
    Route route = routing.decide(lead);
    execution.setVariable("targetFound", route.hasTarget());
    if (!route.hasTarget()) {
      placing.place(lead, route);
    }
  }
}
