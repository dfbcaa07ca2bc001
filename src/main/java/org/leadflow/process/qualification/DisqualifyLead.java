package org.leadflow.process.qualification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.process.BusinessKey;
import org.leadflow.process.FormFields;
import org.leadflow.qualification.Qualification;
import org.springframework.stereotype.Component;

/** Closes the lead as Disqualified with the reason and comment of the form. */
@Component
class DisqualifyLead implements JavaDelegate {

  private final Qualification qualification;

  DisqualifyLead(Qualification qualification) {
    this.qualification = qualification;
  }

  @Override
  public void execute(DelegateExecution execution) {
    qualification.disqualify(BusinessKey.of(execution), WorkLeadForm.disqualification(execution));
    FormFields.forgetWords(execution);
  }
}
