package org.leadflow.process.answer;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.listener.DelegateExpressionTaskListener;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.impl.VariableMapImpl;
import org.leadflow.process.AnswerCheck;

/**
 * What a task asks for: what its checks know, and the fields of its form. All else that is sent
 * with an answer is left out before the process sees it, so that nobody sets the flags a gateway
 * reads, and what the process held before stays as it was. What no check knows is checked against
 * the form.
 */
final class Asked {

  private Asked() {}

  /**
   * What is kept of an answer.
   *
   * @param formShown whether it comes from somebody who had the form before him; others who send
   *     only what the checks of the task know are not asked for what a designer added to the form
   * @throws org.leadflow.core.Refused when it is not what the form asks for
   */
  static Map<String, Object> of(TaskEntity task, Map<String, Object> sent, boolean formShown) {
    if (task.getTaskDefinition() == null) {
      return sent;
    }
    List<AnswerCheck> checks = checks(task);
    Set<String> checked =
        checks.stream().flatMap(it -> it.fields().stream()).collect(Collectors.toSet());
    // The form lies in the database, and our own API sends only what the checks know.
    if (!formShown && !checks.isEmpty() && checked.containsAll(sent.keySet())) {
      return sent;
    }
    Optional<AskedForm> form = AskedForm.of(task);
    if (form.isEmpty() && checks.isEmpty()) {
      return sent;
    }
    // It also takes over the types that were sent.
    VariableMap kept = new VariableMapImpl(sent);
    form.ifPresent(it -> it.check(kept, checked));
    Set<String> asked = new HashSet<>(checked);
    form.ifPresent(it -> asked.addAll(it.keys()));
    sent.keySet().stream().filter(it -> !asked.contains(it)).forEach(kept::remove);
    return kept;
  }

  private static List<AnswerCheck> checks(TaskEntity task) {
    return Stream.ofNullable(
            task.getTaskDefinition().getTaskListenersForEvent(TaskListener.EVENTNAME_COMPLETE))
        .flatMap(List::stream)
        .filter(DelegateExpressionTaskListener.class::isInstance)
        .map(it -> block(((DelegateExpressionTaskListener) it).getExpressionText(), task))
        .filter(AnswerCheck.class::isInstance)
        .map(AnswerCheck.class::cast)
        .toList();
  }

  private static Object block(String expression, TaskEntity task) {
    return Context.getProcessEngineConfiguration()
        .getExpressionManager()
        .createExpression(expression)
        .getValue(task.getExecution());
  }
}
