package org.leadflow.process.intake;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.process.HoursOfWork;
import org.leadflow.process.owner.OwnersTime;
import org.springframework.stereotype.Component;

/**
 * Reckons in the working time of the lead desk until when it may look for what a lead lacks. Sets
 * {@code dataDueOn}.
 */
@Component
class AskForData implements JavaDelegate {

  private final OwnersTime time;

  AskForData(OwnersTime time) {
    this.time = time;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Owner desk = Owner.team(Organization.INTAKE_TEAM);
    execution.setVariable("dataDueOn", Date.from(time.after(desk, HoursOfWork.of(execution))));
  }
}
