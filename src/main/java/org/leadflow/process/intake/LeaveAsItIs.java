package org.leadflow.process.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.lead.DataCompletion;
import org.leadflow.process.BusinessKey;
import org.springframework.stereotype.Component;

/** Notes that nobody found anything in time, and holds the lead before the engine writes. */
@Component
class LeaveAsItIs implements JavaDelegate {

  private final DataCompletion completion;

  LeaveAsItIs(DataCompletion completion) {
    this.completion = completion;
  }

  @Override
  public void execute(DelegateExecution execution) {
    completion.isOver(BusinessKey.of(execution));
  }
}
