package org.leadflow.process.qualification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.process.BusinessKey;
import org.leadflow.qualification.Qualification;
import org.springframework.stereotype.Component;

/** Closes the lead as Qualified, linked to what it became. */
@Component
class QualifyLead implements JavaDelegate {

  private final Qualification qualification;

  QualifyLead(Qualification qualification) {
    this.qualification = qualification;
  }

  @Override
  public void execute(DelegateExecution execution) {
    qualification.qualify(BusinessKey.of(execution));
  }
}
