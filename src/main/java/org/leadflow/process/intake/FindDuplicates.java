package org.leadflow.process.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.duplicates.IntakeDuplicates;
import org.leadflow.lead.LeadRecords;
import org.leadflow.process.BusinessKey;
import org.springframework.stereotype.Component;

/**
 * Compares the lead with what is there and does what is certain. Sets {@code duplicate}, and {@code
 * leadClosed} for a lead that was merged.
 */
@Component
class FindDuplicates implements JavaDelegate {

  private final LeadRecords leads;
  private final IntakeDuplicates duplicates;

  FindDuplicates(LeadRecords leads, IntakeDuplicates duplicates) {
    this.leads = leads;
    this.duplicates = duplicates;
  }

  @Override
  public void execute(DelegateExecution execution) {
    LeadIntake.cameOut(execution, duplicates.look(leads.get(BusinessKey.of(execution))));
  }
}
