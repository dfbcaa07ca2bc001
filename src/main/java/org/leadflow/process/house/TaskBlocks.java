package org.leadflow.process.house;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.task.listener.DelegateExpressionTaskListener;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Puts building blocks at tasks for people: an element template of Camunda 7 can write a property,
 * but no task listener. {@code onCreate}, {@code onAssignment} and {@code onComplete} name the
 * blocks to call, in their order.
 */
public final class TaskBlocks extends AbstractBpmnParseListener {

  private static final Map<String, String> EVENTS =
      Map.of(
          "onCreate", TaskListener.EVENTNAME_CREATE,
          "onAssignment", TaskListener.EVENTNAME_ASSIGNMENT,
          "onComplete", TaskListener.EVENTNAME_COMPLETE);

  /** The event that a property stands for; empty when it is no such property. */
  static Optional<String> eventOf(@Nullable String property) {
    return Optional.ofNullable(EVENTS.get(String.valueOf(property)));
  }

  /** The blocks that such a property names; none where its field was emptied. */
  static List<String> names(@Nullable String value) {
    return value == null ? List.of() : HouseDiagram.words(value);
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    Element extensions = element.element("extensionElements");
    Element properties =
        extensions == null
            ? null
            : extensions.elementNS(new Namespace(HouseDiagram.CAMUNDA), "properties");
    if (properties == null) {
      return;
    }
    TaskDefinition task =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    for (Element property : properties.elements()) {
      String event = EVENTS.get(String.valueOf(property.attribute("name")));
      if (event != null) {
        names(property.attribute("value")).forEach(block -> task.addTaskListener(event, at(block)));
      }
    }
  }

  private static TaskListener at(String block) {
    if (!block.matches("\\w+")) {
      throw new ProcessEngineException("\"" + block + "\" is no name of a building block");
    }
    Expression call =
        Context.getProcessEngineConfiguration()
            .getExpressionManager()
            .createExpression("${" + block + "}");
    return new DelegateExpressionTaskListener(call, List.of());
  }
}
