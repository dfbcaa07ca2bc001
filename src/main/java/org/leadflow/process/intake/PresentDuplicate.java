package org.leadflow.process.intake;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Shows in Tasklist until when somebody may decide whether the lead is there already. */
@Component
class PresentDuplicate implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    task.setDueDate((Date) task.getVariable(LeadIntake.DUPLICATE_DUE_ON));
    task.setFollowUpDate(null);
  }
}
