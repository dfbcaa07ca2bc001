package org.leadflow.process.opportunity;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.customer.Pursuit;
import org.leadflow.process.BusinessKey;
import org.leadflow.process.FormFields;
import org.springframework.stereotype.Component;

/** Closes the opportunity as lost, for the reason of the form. */
@Component
class LoseOpportunity implements JavaDelegate {

  private final Pursuit pursuit;

  LoseOpportunity(Pursuit pursuit) {
    this.pursuit = pursuit;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var form = new ClosingForm(execution);
    pursuit.lose(BusinessKey.of(execution), form.lostReason(), form.comment());
    FormFields.forgetWords(execution);
  }
}
