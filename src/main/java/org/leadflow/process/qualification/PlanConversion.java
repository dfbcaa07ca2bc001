package org.leadflow.process.qualification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.process.BusinessKey;
import org.leadflow.process.FormFields;
import org.leadflow.qualification.Answer;
import org.leadflow.qualification.Qualification;
import org.springframework.stereotype.Component;

/** Fixes what the lead will be turned into, from the answer of the form. */
@Component
class PlanConversion implements JavaDelegate {

  private final Qualification qualification;

  PlanConversion(Qualification qualification) {
    this.qualification = qualification;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var answer = (Answer.Qualified) WorkLeadForm.read(execution);
    qualification.plan(BusinessKey.of(execution), answer.request());
    FormFields.forgetWords(execution);
  }
}
