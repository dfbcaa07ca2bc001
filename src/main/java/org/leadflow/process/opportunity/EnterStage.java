package org.leadflow.process.opportunity;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.customer.Pursuit;
import org.leadflow.customer.Stage;
import org.leadflow.process.BusinessKey;
import org.springframework.stereotype.Component;

/** Moves the opportunity to the stage the diagram names in {@code stage}. */
@Component
class EnterStage implements JavaDelegate {

  private final Pursuit pursuit;

  EnterStage(Pursuit pursuit) {
    this.pursuit = pursuit;
  }

  @Override
  public void execute(DelegateExecution execution) {
    pursuit.enter(
        BusinessKey.of(execution), Stage.ofLabel((String) execution.getVariable("stage")));
  }
}
