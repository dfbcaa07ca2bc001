package org.leadflow.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * The one thing a process knows of our data: the id of its lead, or in opportunity-pursuit of its
 * opportunity.
 */
public final class BusinessKey {

  private BusinessKey() {}

  public static UUID of(DelegateExecution execution) {
    return UUID.fromString(execution.getProcessBusinessKey());
  }

  public static UUID of(DelegateTask task) {
    return of(task.getExecution());
  }
}
