package org.leadflow.process.opportunity;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.customer.Pursuit;
import org.leadflow.process.BusinessKey;
import org.leadflow.process.FormFields;
import org.springframework.stereotype.Component;

/** Closes the opportunity as won, with the amount of the form. */
@Component
class WinOpportunity implements JavaDelegate {

  private final Pursuit pursuit;

  WinOpportunity(Pursuit pursuit) {
    this.pursuit = pursuit;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var form = new ClosingForm(execution);
    pursuit.win(BusinessKey.of(execution), form.actualAmount(), form.comment());
    FormFields.forgetWords(execution);
  }
}
