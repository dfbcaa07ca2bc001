package org.leadflow.process.routing;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.BusinessKey;
import org.leadflow.routing.Outcome;
import org.leadflow.routing.Placing;
import org.leadflow.routing.Routing;
import org.springframework.stereotype.Component;

/**
 * Gives the lead to the target the rules name, in a team to whose turn it is. Sets {@code
 * ownerFound}, and for a lead that waits until when and for which team.
 */
@Component
class AssignLead implements JavaDelegate {

  private final LeadRecords leads;
  private final Routing routing;
  private final Placing placing;

  AssignLead(LeadRecords leads, Routing routing, Placing placing) {
    this.leads = leads;
    this.routing = routing;
    this.placing = placing;
  }

  private static String found(Outcome outcome, DelegateExecution execution) {
    if (outcome instanceof Outcome.Offered) {
      // A diagram that asks nobody gives the lead to the partner's team.
      boolean asks =
          execution.getBpmnModelInstance().getModelElementById(LeadRouting.OFFER) != null;
      return asks ? "offered" : "yes";
    }
    return outcome instanceof Outcome.Assigned ? "yes" : "no";
  }

  /** Rules are pure: asking them again is cheaper than carrying their answer through the engine. */
  @Override
  public void execute(DelegateExecution execution) {
    Lead lead = leads.get(BusinessKey.of(execution));
    Outcome outcome = placing.place(lead, routing.decide(lead));
    if (outcome instanceof Outcome.Waits waits) {
      execution.setVariable("ownerFound", "later");
      execution.setVariable("waitUntil", Date.from(waits.until()));
      execution.setVariable("waitingTeam", waits.team().id());
    } else {
      execution.setVariable("ownerFound", found(outcome, execution));
    }
  }
}
