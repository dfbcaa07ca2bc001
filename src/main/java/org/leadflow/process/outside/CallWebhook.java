package org.leadflow.process.outside;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.leadflow.outbox.Outbox;
import org.springframework.stereotype.Component;

/**
 * Tells another system what happened. The message is written with the step and leaves once that has
 * committed; it says which record, and whoever wants to know more asks for it with rights of his
 * own.
 */
@Component
class CallWebhook implements JavaDelegate {

  static final String TARGET = "target";

  private final Outbox outbox;

  CallWebhook(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void execute(DelegateExecution execution) {
    outbox.send(
        (String) execution.getVariable(TARGET),
        (String) execution.getVariable("event"),
        Map.of(
            "process",
            ((ExecutionEntity) execution).getProcessDefinition().getKey(),
            "businessKey",
            execution.getProcessBusinessKey()));
  }
}
