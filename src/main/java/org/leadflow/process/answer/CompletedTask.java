package org.leadflow.process.answer;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/** Completes a task as the engine does, with what the task asks for. */
class CompletedTask extends CompleteTaskCmd {

  private static final long serialVersionUID = 1L;

  /**
   * @param sent null when the product itself completes the task, whatever its form asks for
   */
  CompletedTask(
      String taskId,
      @Nullable Map<String, Object> sent,
      boolean returnVariables,
      boolean deserializeValues) {
    super(taskId, sent, returnVariables, deserializeValues);
  }

  /** The engine comes here with the task, and before it sets what was sent. */
  @Override
  protected void checkCompleteTask(TaskEntity task, CommandContext context) {
    super.checkCompleteTask(task, context);
    if (variables != null) {
      variables = Asked.of(task, variables, false);
    }
  }

  @Override
  protected void completeTask(TaskEntity task) {
    try {
      super.completeTask(task);
    } catch (ProcessEngineException thrown) {
      throw NoWayOn.in(thrown, task);
    }
  }
}
