package org.leadflow.process.deadline;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.deadline.Keeping;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.BusinessKey;
import org.leadflow.routing.AnsweredOffers;
import org.leadflow.routing.Assigning;
import org.springframework.stereotype.Component;

/**
 * Takes the lead from an owner who let it lapse; one that a partner keeps goes to his team. Sets
 * {@code handedBack}: whether the lead desk has to decide, because a team let it lapse or too many
 * people did.
 */
@Component
class TakeBackLead implements JavaDelegate {

  private final LeadRecords leads;
  private final Keeping keeping;
  private final Assigning assigning;
  private final AnsweredOffers offers;

  TakeBackLead(LeadRecords leads, Keeping keeping, Assigning assigning, AnsweredOffers offers) {
    this.leads = leads;
    this.keeping = keeping;
    this.assigning = assigning;
    this.offers = offers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Lead lead = leads.locked(BusinessKey.of(execution));
    boolean team = lead.ownerUser() == null;
    keeping.lapse(lead, WorkTimers.now());
    boolean tooOften = keeping.lapsedTooOften(lead);
    boolean stays = !tooOften && offers.lapsedAtPartner(lead);
    if (!stays) {
      assigning.lapsed(lead);
    }
    execution.setVariable("handedBack", !stays && (team || tooOften));
  }
}
