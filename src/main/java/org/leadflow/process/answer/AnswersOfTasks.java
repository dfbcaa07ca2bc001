package org.leadflow.process.answer;

import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets every way to complete a task bring into the process only what the task asks for. */
@Component
class AnswersOfTasks extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setTaskService(new Tasks());
    engine.setFormService(new Forms());
  }

  private static final class Tasks extends TaskServiceImpl {

    /** So the product itself does it; from outside there are always variables, if only none. */
    @Override
    public void complete(String taskId) {
      commandExecutor.execute(new CompletedTask(taskId, null, false, false));
    }

    @Override
    public void complete(String taskId, @Nullable Map<String, Object> variables) {
      commandExecutor.execute(new CompletedTask(taskId, orNone(variables), false, false));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
        String taskId, @Nullable Map<String, Object> variables, boolean deserializeValues) {
      return commandExecutor.execute(
          new CompletedTask(taskId, orNone(variables), true, deserializeValues));
    }

    private static Map<String, Object> orNone(@Nullable Map<String, Object> variables) {
      return variables == null ? Map.of() : variables;
    }
  }

  private static final class Forms extends FormServiceImpl {

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
      commandExecutor.execute(new SubmittedForm(taskId, properties, false, false));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
        String taskId, Map<String, Object> properties, boolean deserializeValues) {
      return commandExecutor.execute(
          new SubmittedForm(taskId, properties, true, deserializeValues));
    }
  }
}
