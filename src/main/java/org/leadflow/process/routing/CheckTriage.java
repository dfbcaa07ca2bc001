package org.leadflow.process.routing;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.leadflow.access.Privilege;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.AnswerCheck;
import org.leadflow.process.BusinessKey;
import org.leadflow.process.FormFields;
import org.leadflow.process.qualification.WorkLeadForm;
import org.leadflow.qualification.Qualification;
import org.leadflow.qualification.Verdict;
import org.leadflow.routing.Assigning;
import org.springframework.stereotype.Component;

/** Refuses a triage answer that cannot be carried out; the task then stays as it was. */
@Component
class CheckTriage implements AnswerCheck {

  private final LeadAccess access;
  private final LeadRecords leads;
  private final Assigning assigning;
  private final Qualification qualification;

  CheckTriage(
      LeadAccess access, LeadRecords leads, Assigning assigning, Qualification qualification) {
    this.access = access;
    this.leads = leads;
    this.assigning = assigning;
    this.qualification = qualification;
  }

  @Override
  public void notify(DelegateTask task) {
    access.require(BusinessKey.of(task), Privilege.WRITE);
    Lead lead = leads.locked(BusinessKey.of(task));
    var form = new TriageForm(task);
    if (form.assigns()) {
      assigning
          .refusal(form.owner())
          .ifPresent(
              fault -> {
                throw FormFields.refused(TriageForm.OWNER_ID, fault);
              });
    } else if (qualification.check(lead, WorkLeadForm.disqualification(task))
        instanceof Verdict.No no) {
      throw no.refused();
    }
  }

  @Override
  public Set<String> fields() {
    return TriageForm.FIELDS;
  }
}
