package org.leadflow.process.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.process.HoursOfWork;
import org.springframework.stereotype.Component;

/**
 * Reckons in the working time of the lead desk until when it may decide whether a lead is there
 * already. Sets {@code duplicateDueOn}.
 */
@Component
class AskAboutDuplicate implements JavaDelegate {

  private final TimeToDecide time;

  AskAboutDuplicate(TimeToDecide time) {
    this.time = time;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable(LeadIntake.DUPLICATE_DUE_ON, time.after(HoursOfWork.of(execution)));
  }
}
