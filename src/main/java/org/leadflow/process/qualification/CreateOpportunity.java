package org.leadflow.process.qualification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.process.BusinessKey;
import org.leadflow.qualification.Qualification;
import org.springframework.stereotype.Component;

/** Creates the opportunity of the plan; does nothing where the plan wants none. */
@Component
class CreateOpportunity implements JavaDelegate {

  private final Qualification qualification;

  CreateOpportunity(Qualification qualification) {
    this.qualification = qualification;
  }

  @Override
  public void execute(DelegateExecution execution) {
    qualification.createOpportunity(BusinessKey.of(execution));
  }
}
