package org.leadflow.process.intake;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.StatusCode;
import org.leadflow.process.BusinessKey;
import org.leadflow.routing.Judgement;
import org.springframework.stereotype.Component;

/**
 * Asks whether this is a real lead. Sets {@code screenedOut}, and {@code statusReason} when it is.
 */
@Component
class ScreenLead implements JavaDelegate {

  private final LeadRecords leads;
  private final Judgement judgement;

  ScreenLead(LeadRecords leads, Judgement judgement) {
    this.leads = leads;
    this.judgement = judgement;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Optional<StatusCode> against = judgement.screen(leads.get(BusinessKey.of(execution)));
    execution.setVariable("screenedOut", against.isPresent());
    against.ifPresent(reason -> execution.setVariable("statusReason", reason.code()));
  }
}
