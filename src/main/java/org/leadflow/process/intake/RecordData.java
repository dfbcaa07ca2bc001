package org.leadflow.process.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadflow.lead.DataCompletion;
import org.leadflow.process.BusinessKey;
import org.springframework.stereotype.Component;

/** Writes what the lead desk found to the lead, and takes it out of the process. */
@Component
class RecordData implements JavaDelegate {

  private final DataCompletion completion;

  RecordData(DataCompletion completion) {
    this.completion = completion;
  }

  @Override
  public void execute(DelegateExecution execution) {
    completion.record(BusinessKey.of(execution), DataForm.read(execution));
    DataForm.clear(execution);
  }
}
