package org.leadflow.process.approval;

import java.math.BigDecimal;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.leadflow.process.BusinessKey;
import org.leadflow.process.HoursOfWork;
import org.leadflow.process.qualification.WorkLeadForm;
import org.leadflow.qualification.Answer;
import org.leadflow.qualification.Qualification;
import org.leadflow.qualification.approval.Approval;
import org.leadflow.qualification.approval.Approvals;
import org.springframework.stereotype.Component;

/**
 * Asks for an approval when the planned deal is larger than the diagram allows. Sets {@code
 * approvalNeeded}, and {@code approvalDueOn} when it is.
 */
@Component
class AskForApproval implements JavaDelegate {

  private final Approvals approvals;
  private final Qualification qualification;

  AskForApproval(Approvals approvals, Qualification qualification) {
    this.approvals = approvals;
    this.qualification = qualification;
  }

  @Override
  public void execute(DelegateExecution execution) {
    // Behind another task the plan is lost, and without one nobody would be asked.
    if (WorkLeadForm.read(execution) instanceof Answer.Qualified answer) {
      qualification.plan(BusinessKey.of(execution), answer.request());
    }
    // The engine's clock, by which the timer goes.
    Optional<Approval> asked =
        approvals.ask(
            BusinessKey.of(execution),
            new BigDecimal(String.valueOf(execution.getVariable("above"))),
            ClockUtil.getCurrentTime().toInstant(),
            HoursOfWork.of(execution));
    execution.setVariable("approvalNeeded", asked.isPresent());
    asked.ifPresent(
        approval -> execution.setVariable("approvalDueOn", Date.from(approval.dueOn())));
  }
}
