package org.leadflow.process.offer;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.leadflow.lead.LeadRecords;
import org.leadflow.offer.Offer;
import org.leadflow.offer.Offering;
import org.leadflow.process.BusinessKey;
import org.springframework.stereotype.Component;

/** Offers the lead to the partner who has it. Sets {@code offerLapsesOn}. */
@Component
class MakeOffer implements JavaDelegate {

  private final LeadRecords leads;
  private final Offering offering;

  MakeOffer(LeadRecords leads, Offering offering) {
    this.leads = leads;
    this.offering = offering;
  }

  @Override
  public void execute(DelegateExecution execution) {
    // The engine's clock, by which the timer goes.
    Offer offer =
        offering.make(leads.get(BusinessKey.of(execution)), ClockUtil.getCurrentTime().toInstant());
    execution.setVariable("offerLapsesOn", Date.from(offer.lapsesOn()));
  }
}
