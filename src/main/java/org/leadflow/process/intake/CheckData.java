package org.leadflow.process.intake;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.leadflow.core.Refused;
import org.leadflow.lead.DataAnswer;
import org.leadflow.lead.DataCompletion;
import org.leadflow.process.AnswerCheck;
import org.leadflow.process.BusinessKey;
import org.springframework.stereotype.Component;

/**
 * Refuses data that a lead cannot have, by the rules for changing one; the task then stays as it
 * was.
 */
@Component
class CheckData implements AnswerCheck {

  private final DataCompletion completion;

  CheckData(DataCompletion completion) {
    this.completion = completion;
  }

  @Override
  public void notify(DelegateTask task) {
    DataAnswer answer = DataForm.read(task);
    try {
      completion.check(BusinessKey.of(task), answer);
    } catch (Refused refused) {
      throw DataForm.inItsWords(refused);
    }
  }

  @Override
  public Set<String> fields() {
    return DataForm.FIELDS;
  }
}
