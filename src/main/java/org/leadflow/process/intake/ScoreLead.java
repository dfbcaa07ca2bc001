package org.leadflow.process.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.BusinessKey;
import org.leadflow.routing.Judgement;
import org.springframework.stereotype.Component;

/** Asks how promising the lead is and writes score and grade to it. */
@Component
class ScoreLead implements JavaDelegate {

  private final LeadRecords leads;
  private final Judgement judgement;

  ScoreLead(LeadRecords leads, Judgement judgement) {
    this.leads = leads;
    this.judgement = judgement;
  }

  @Override
  public void execute(DelegateExecution execution) {
    judgement.score(leads.get(BusinessKey.of(execution)));
  }
}
