package org.leadflow.process.offer;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.BusinessKey;
import org.leadflow.routing.AnsweredOffers;
import org.springframework.stereotype.Component;

/** Takes the lead back from a partner who did not answer in time. */
@Component
class LetOfferLapse implements JavaDelegate {

  private final LeadRecords leads;
  private final AnsweredOffers offers;

  LetOfferLapse(LeadRecords leads, AnsweredOffers offers) {
    this.leads = leads;
    this.offers = offers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    offers.lapsed(leads.locked(BusinessKey.of(execution)));
  }
}
