package org.leadflow.process.opportunity;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.leadflow.process.FormFields;
import org.springframework.stereotype.Component;

/** Refuses a closing that cannot be carried out; the task then stays as it was. */
@Component
class CheckClosing implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    var form = new ClosingForm(task);
    form.comment();
    if (form.isWon()) {
      form.actualAmount();
    } else {
      form.lostReason();
    }
    FormFields.keepOnly(task, ClosingForm.FIELDS);
  }
}
