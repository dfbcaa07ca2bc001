package org.leadflow.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Refuses, when a task is completed, an answer that cannot be carried out. */
public interface AnswerCheck extends TaskListener {

  /**
   * The variables that an answer may bring, beside those for which the form of the task asks.
   * Whatever else somebody sends with it does not reach the process.
   */
  Set<String> fields();
}
