package org.leadflow.process.answer;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/** Submits the form of a task as the engine does, with what the task asks for. */
class SubmittedForm extends SubmitTaskFormCmd {

  private static final long serialVersionUID = 1L;

  SubmittedForm(
      String taskId, Map<String, Object> sent, boolean returnVariables, boolean deserializeValues) {
    super(taskId, sent, returnVariables, deserializeValues);
  }

  @Override
  public VariableMap execute(CommandContext context) {
    // The engine finds the task once more, in its cache.
    TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
    if (task == null) {
      return super.execute(context);
    }
    context
        .getProcessEngineConfiguration()
        .getCommandCheckers()
        .forEach(it -> it.checkTaskWork(task));
    properties = Variables.fromMap(Asked.of(task, properties, true));
    try {
      return super.execute(context);
    } catch (ProcessEngineException thrown) {
      throw NoWayOn.in(thrown, task);
    }
  }
}
