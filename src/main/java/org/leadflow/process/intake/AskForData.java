package org.leadflow.process.intake;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.process.owner.OwnersTime;
import org.springframework.stereotype.Component;

/**
 * Reckons in the working time of the lead desk until when it may look for what a lead lacks. Sets
 * {@code dataDueOn}.
 */
@Component
class AskForData implements JavaDelegate {

  private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

  private final OwnersTime time;

  AskForData(OwnersTime time) {
    this.time = time;
  }

  @Override
  public void execute(DelegateExecution execution) {
    BigDecimal hours = new BigDecimal(String.valueOf(execution.getVariable("hours")));
    Duration work = Duration.ofMinutes(hours.multiply(MINUTES).longValue());
    execution.setVariable(
        "dataDueOn", Date.from(time.after(Owner.team(Organization.INTAKE_TEAM), work)));
  }
}
