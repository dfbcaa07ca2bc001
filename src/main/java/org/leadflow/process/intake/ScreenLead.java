package org.leadflow.process.intake;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.MissingData;
import org.leadflow.lead.StatusCode;
import org.leadflow.process.BusinessKey;
import org.leadflow.routing.Judgement;
import org.springframework.stereotype.Component;

/**
 * Asks whether this is a real lead. Sets {@code screenedOut}, {@code statusReason} when it is none,
 * and {@code incomplete} when nobody could work it as it is.
 */
@Component
class ScreenLead implements JavaDelegate {

  private final LeadRecords leads;
  private final Judgement judgement;
  private final MissingData missing;

  ScreenLead(LeadRecords leads, Judgement judgement, MissingData missing) {
    this.leads = leads;
    this.judgement = judgement;
    this.missing = missing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Lead lead = leads.get(BusinessKey.of(execution));
    Optional<StatusCode> against = judgement.screen(lead);
    execution.setVariable("screenedOut", against.isPresent());
    execution.setVariable("incomplete", missing.isToBeAskedFor(lead));
    against.ifPresent(reason -> execution.setVariable("statusReason", reason.code()));
  }
}
