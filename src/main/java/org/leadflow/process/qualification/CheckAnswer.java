package org.leadflow.process.qualification;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.leadflow.access.Privilege;
import org.leadflow.core.CurrentActor;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.AnswerCheck;
import org.leadflow.process.BusinessKey;
import org.leadflow.process.FormFields;
import org.leadflow.qualification.Qualification;
import org.leadflow.qualification.Verdict;
import org.springframework.stereotype.Component;

/**
 * Refuses an answer that cannot be carried out, or comes from somebody who may not give it; the
 * task then stays as it was.
 */
@Component
class CheckAnswer implements AnswerCheck {

  private final LeadAccess access;
  private final CurrentActor actor;
  private final LeadRecords leads;
  private final Qualification qualification;

  CheckAnswer(
      LeadAccess access, CurrentActor actor, LeadRecords leads, Qualification qualification) {
    this.access = access;
    this.actor = actor;
    this.leads = leads;
    this.qualification = qualification;
  }

  @Override
  public void notify(DelegateTask task) {
    // The product takes leads from sellers who left, and nobody is logged in then.
    if (!actor.get().isProduct()) {
      access.require(BusinessKey.of(task), Privilege.WRITE);
    }
    Lead lead = leads.locked(BusinessKey.of(task));
    if (qualification.check(lead, WorkLeadForm.read(task)) instanceof Verdict.No no) {
      throw FormFields.refused(no, WorkLeadForm.LABELS);
    }
  }

  @Override
  public Set<String> fields() {
    return WorkLeadForm.FIELDS;
  }
}
