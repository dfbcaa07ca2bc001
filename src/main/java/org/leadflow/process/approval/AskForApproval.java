package org.leadflow.process.approval;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.leadflow.process.BusinessKey;
import org.leadflow.qualification.approval.Approval;
import org.leadflow.qualification.approval.Approvals;
import org.springframework.stereotype.Component;

/**
 * Asks for an approval when the planned deal is larger than the diagram allows. Sets {@code
 * approvalNeeded}, and {@code approvalDueOn} when it is.
 */
@Component
class AskForApproval implements JavaDelegate {

  private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

  private final Approvals approvals;

  AskForApproval(Approvals approvals) {
    this.approvals = approvals;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Duration work = Duration.ofMinutes(number(execution, "hours").multiply(MINUTES).longValue());
    // The engine's clock, by which the timer goes.
    Optional<Approval> asked =
        approvals.ask(
            BusinessKey.of(execution),
            number(execution, "above"),
            ClockUtil.getCurrentTime().toInstant(),
            work);
    execution.setVariable("approvalNeeded", asked.isPresent());
    asked.ifPresent(
        approval -> execution.setVariable("approvalDueOn", Date.from(approval.dueOn())));
  }

  private static BigDecimal number(DelegateExecution execution, String field) {
    return new BigDecimal(String.valueOf(execution.getVariable(field)));
  }
}
