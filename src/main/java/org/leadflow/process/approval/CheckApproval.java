package org.leadflow.process.approval;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.leadflow.lead.Lead;
import org.leadflow.process.AnswerCheck;
import org.leadflow.process.BusinessKey;
import org.leadflow.process.FormFields;
import org.leadflow.process.qualification.WorkLeadForm;
import org.leadflow.qualification.Qualification;
import org.leadflow.qualification.Verdict;
import org.leadflow.qualification.approval.ApprovalAnswer;
import org.leadflow.qualification.approval.Approvals;
import org.springframework.stereotype.Component;

/**
 * Refuses an approval by somebody who may not give it, or of what cannot be done any more; the task
 * then stays as it was. Where nobody stands above the owner, it goes back to him whoever says so.
 */
@Component
class CheckApproval implements AnswerCheck {

  private final Approvals approvals;
  private final Qualification qualification;

  CheckApproval(Approvals approvals, Qualification qualification) {
    this.approvals = approvals;
    this.qualification = qualification;
  }

  @Override
  public void notify(DelegateTask task) {
    ApprovalAnswer answer = ApprovalForm.read(task);
    if (answer instanceof ApprovalAnswer.Approved) {
      Lead lead = approvals.check(BusinessKey.of(task));
      if (qualification.check(lead, WorkLeadForm.read(task)) instanceof Verdict.No no) {
        throw FormFields.refused(no, WorkLeadForm.LABELS);
      }
      approvals.requireNotMore(lead.leadId());
    } else if (!approvals.nobodyIsAbove(BusinessKey.of(task))) {
      approvals.check(BusinessKey.of(task));
    }
  }

  @Override
  public Set<String> fields() {
    return ApprovalForm.FIELDS;
  }
}
