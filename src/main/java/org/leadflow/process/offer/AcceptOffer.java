package org.leadflow.process.offer;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.lead.LeadRecords;
import org.leadflow.offer.OfferAnswer;
import org.leadflow.process.BusinessKey;
import org.leadflow.routing.AnsweredOffers;
import org.springframework.stereotype.Component;

/** Gives the lead to whoever accepted it, or to his team, and protects it. */
@Component
class AcceptOffer implements JavaDelegate {

  private final LeadRecords leads;
  private final AnsweredOffers offers;

  AcceptOffer(LeadRecords leads, AnsweredOffers offers) {
    this.leads = leads;
    this.offers = offers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var answer = (OfferAnswer.Accepted) OfferForm.read(execution);
    offers.accepted(leads.locked(BusinessKey.of(execution)), answer.byTeam());
  }
}
