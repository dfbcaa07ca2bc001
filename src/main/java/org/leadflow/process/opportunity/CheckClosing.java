package org.leadflow.process.opportunity;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.leadflow.process.AnswerCheck;
import org.springframework.stereotype.Component;

/** Refuses a closing that cannot be carried out; the task then stays as it was. */
@Component
class CheckClosing implements AnswerCheck {

  @Override
  public void notify(DelegateTask task) {
    var form = new ClosingForm(task);
    form.comment();
    if (form.isWon()) {
      form.actualAmount();
    } else {
      form.lostReason();
    }
  }

  @Override
  public Set<String> fields() {
    return ClosingForm.FIELDS;
  }
}
