package org.leadflow.process.qualification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.process.BusinessKey;
import org.leadflow.qualification.Qualification;
import org.springframework.stereotype.Component;

/** Notes that the lead was reached, and clears the form for the next answer. */
@Component
class RecordContact implements JavaDelegate {

  private final Qualification qualification;

  RecordContact(Qualification qualification) {
    this.qualification = qualification;
  }

  @Override
  public void execute(DelegateExecution execution) {
    qualification.contacted(BusinessKey.of(execution));
    WorkLeadForm.clear(execution);
  }
}
