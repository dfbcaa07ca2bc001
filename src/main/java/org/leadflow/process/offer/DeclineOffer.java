package org.leadflow.process.offer;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.lead.LeadRecords;
import org.leadflow.offer.OfferAnswer;
import org.leadflow.process.BusinessKey;
import org.leadflow.process.FormFields;
import org.leadflow.routing.AnsweredOffers;
import org.springframework.stereotype.Component;

/** Takes the lead back from a partner who does not want it. */
@Component
class DeclineOffer implements JavaDelegate {

  private final LeadRecords leads;
  private final AnsweredOffers offers;

  DeclineOffer(LeadRecords leads, AnsweredOffers offers) {
    this.leads = leads;
    this.offers = offers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var answer = (OfferAnswer.Declined) OfferForm.read(execution);
    offers.declined(leads.locked(BusinessKey.of(execution)), answer.reason());
    FormFields.forgetWords(execution);
  }
}
