package org.leadflow.process.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.lead.StatusCode;
import org.leadflow.process.BusinessKey;
import org.leadflow.qualification.Answer;
import org.leadflow.qualification.Qualification;
import org.springframework.stereotype.Component;

/**
 * Closes a lead that is none with the reason screening gave. The record is retained for the
 * reports.
 */
@Component
class DisqualifyUnsolicited implements JavaDelegate {

  private final Qualification qualification;

  DisqualifyUnsolicited(Qualification qualification) {
    this.qualification = qualification;
  }

  @Override
  public void execute(DelegateExecution execution) {
    StatusCode reason =
        StatusCode.of((Integer) execution.getVariable("statusReason")).orElseThrow();
    qualification.disqualify(BusinessKey.of(execution), new Answer.Disqualified(reason, null));
  }
}
