package org.leadflow.process.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.duplicates.Undecided;
import org.leadflow.process.BusinessKey;
import org.springframework.stereotype.Component;

/** Notes that nobody decided in time, and holds the lead before the engine writes. */
@Component
class LeaveUndecided implements JavaDelegate {

  private final Undecided undecided;

  LeaveUndecided(Undecided undecided) {
    this.undecided = undecided;
  }

  @Override
  public void execute(DelegateExecution execution) {
    undecided.isOver(BusinessKey.of(execution));
  }
}
