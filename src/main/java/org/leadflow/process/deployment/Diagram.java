package org.leadflow.process.deployment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What a diagram refers to: the ids it gives, and the names it counts on. */
record Diagram(BpmnModelInstance model) {

  static Diagram read(ProcessFile file) {
    return new Diagram(Bpmn.readModelFromStream(file.open()));
  }

  List<String> processIds() {
    return all(Process.class).map(Process::getId).toList();
  }

  List<String> forms() {
    return all(UserTask.class)
        .map(UserTask::getCamundaFormRef)
        .filter(ref -> ref != null)
        .distinct()
        .toList();
  }

  List<String> calledProcesses() {
    return all(CallActivity.class).map(CallActivity::getCalledElement).distinct().toList();
  }

  /**
   * The expressions by which steps call Java, such as <code>${screenLead}</code>, and who calls.
   */
  Map<String, String> delegateExpressions() {
    Map<String, String> callers = new TreeMap<>();
    all(ServiceTask.class)
        .forEach(task -> put(callers, task.getCamundaDelegateExpression(), task.getName()));
    all(CamundaTaskListener.class)
        .forEach(
            listener ->
                put(callers, listener.getCamundaDelegateExpression(), taskAround(listener)));
    return callers;
  }

  private static void put(Map<String, String> callers, String expression, String caller) {
    if (expression != null) {
      callers.putIfAbsent(expression, caller);
    }
  }

  private static String taskAround(ModelElementInstance listener) {
    ModelElementInstance element = listener;
    while (!(element instanceof UserTask task)) {
      element = element.getParentElement();
    }
    return task.getName();
  }

  private <E extends ModelElementInstance> Stream<E> all(Class<E> type) {
    return model.getModelElementsByType(type).stream();
  }
}
