package org.leadflow.process.intake;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.MissingData;
import org.leadflow.process.BusinessKey;
import org.springframework.stereotype.Component;

/** Shows in Tasklist what the lead lacks and until when somebody may look for it. */
@Component
class PresentMissingData implements TaskListener {

  private final LeadRecords leads;
  private final MissingData missing;

  PresentMissingData(LeadRecords leads, MissingData missing) {
    this.leads = leads;
    this.missing = missing;
  }

  @Override
  public void notify(DelegateTask task) {
    task.setVariableLocal(
        "missingData", String.join(", ", missing.of(leads.get(BusinessKey.of(task)).fields())));
    task.setDueDate((Date) task.getVariable("dataDueOn"));
    task.setFollowUpDate(null);
  }
}
