package org.leadflow.process.approval;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.process.BusinessKey;
import org.leadflow.process.FormFields;
import org.leadflow.process.qualification.WorkLeadForm;
import org.leadflow.qualification.approval.Approvals;
import org.springframework.stereotype.Component;

/** Notes why it was not approved, and clears the form for the owner's next answer. */
@Component
class SendBackLead implements JavaDelegate {

  private final Approvals approvals;

  SendBackLead(Approvals approvals) {
    this.approvals = approvals;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String reason = FormFields.in(execution).required(ApprovalForm.REASON);
    approvals.sendBack(BusinessKey.of(execution), reason);
    WorkLeadForm.clear(execution);
    execution.removeVariables(Set.of(ApprovalForm.ANSWER, ApprovalForm.REASON, "approvalNeeded"));
  }
}
