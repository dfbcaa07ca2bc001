package org.leadflow.process.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.process.BusinessKey;
import org.leadflow.qualification.approval.Approvals;
import org.springframework.stereotype.Component;

/** Notes who approved it. */
@Component
class RecordApproval implements JavaDelegate {

  private final Approvals approvals;

  RecordApproval(Approvals approvals) {
    this.approvals = approvals;
  }

  @Override
  public void execute(DelegateExecution execution) {
    approvals.approve(BusinessKey.of(execution));
  }
}
