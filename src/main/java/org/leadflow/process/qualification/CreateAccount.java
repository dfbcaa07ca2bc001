package org.leadflow.process.qualification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.process.BusinessKey;
import org.leadflow.qualification.Qualification;
import org.springframework.stereotype.Component;

/** Creates the account of the plan; does nothing where the plan links one or wants none. */
@Component
class CreateAccount implements JavaDelegate {

  private final Qualification qualification;

  CreateAccount(Qualification qualification) {
    this.qualification = qualification;
  }

  @Override
  public void execute(DelegateExecution execution) {
    qualification.createAccount(BusinessKey.of(execution));
  }
}
