package org.leadflow.process.qualification;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.leadflow.deadline.Deadlines;
import org.leadflow.deadline.Timetable;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.BusinessKey;
import org.leadflow.qualification.ConversionSettings;
import org.leadflow.routing.Assigning;
import org.springframework.stereotype.Component;

/**
 * Shows the lead in Tasklist: the columns company and score, due and follow-up date, and the id its
 * form opens the lead with. All of it belongs to the task, because a seller may read his tasks and
 * nothing else of a process.
 */
@Component
class PresentLead implements TaskListener {

  private final LeadRecords leads;
  private final Assigning assigning;
  private final ConversionSettings settings;
  private final Deadlines deadlines;

  PresentLead(
      LeadRecords leads, Assigning assigning, ConversionSettings settings, Deadlines deadlines) {
    this.leads = leads;
    this.assigning = assigning;
    this.settings = settings;
    this.deadlines = deadlines;
  }

  @Override
  public void notify(DelegateTask task) {
    Lead lead = leads.get(BusinessKey.of(task));
    task.setVariableLocal("leadId", lead.leadId().toString());
    task.setVariableLocal("company", lead.fields().companyName());
    task.setVariableLocal("score", lead.score());
    task.setVariableLocal("asksForRecords", settings.asks(lead.owningBusinessUnit()));
    Timetable next = Timetable.of(deadlines.of(lead), ClockUtil.getCurrentTime().toInstant());
    task.setDueDate(Date.from(next.dueOn() == null ? assigning.dueOn(lead) : next.dueOn()));
    if (next.followUpOn() != null) {
      task.setFollowUpDate(Date.from(next.followUpOn()));
    }
  }
}
