package org.leadflow.process.routing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.BusinessKey;
import org.leadflow.routing.Following;
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
  private final Following following;

  DecideRoute(LeadRecords leads, Routing routing, Following following) {
    this.leads = leads;
    this.routing = routing;
    this.following = following;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Lead lead = leads.get(BusinessKey.of(execution));
    Route route = routing.decide(lead);
    execution.setVariable("targetFound", route.hasTarget());
    if (!route.hasTarget()) {
      following.follow(lead, route);
    }
  }
}
