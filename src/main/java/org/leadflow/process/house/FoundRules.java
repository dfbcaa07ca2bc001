package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Elements that the product looks for have the id by which it finds them. */
final class FoundRules {

  private final HouseDiagram diagram;
  private final List<String> findings = new ArrayList<>();

  private FoundRules(HouseDiagram diagram) {
    this.diagram = diagram;
  }

  static List<String> findings(HouseDiagram diagram) {
    var rules = new FoundRules(diagram);
    diagram
        .all(UserTask.class)
        .forEach(
            task -> Expected.taskOf(diagram.listeners(task)).ifPresent(id -> rules.only(task, id)));
    diagram.all(Event.class).forEach(rules::event);
    diagram.all(EventBasedGateway.class).forEach(rules::gateway);
    diagram.all(CallActivity.class).forEach(rules::call);
    return rules.findings;
  }

  private void event(Event event) {
    HouseDiagram.message(event).map(Expected.EVENTS::get).ifPresent(id -> only(event, id));
    variable(event).map(Expected.TIMERS::get).ifPresent(id -> only(event, id));
  }

  private void gateway(EventBasedGateway gateway) {
    List<FlowNode> next = diagram.outgoing(gateway).stream().map(SequenceFlow::getTarget).toList();
    boolean forItsTeam =
        next.stream()
            .anyMatch(
                node ->
                    node instanceof Event event
                        && HouseDiagram.message(event)
                            .filter(Expected.ASSIGNED::equals)
                            .isPresent());
    if (forItsTeam) {
      only(gateway, Expected.WAITING);
      next.stream()
          .filter(node -> node instanceof Event event && variable(event).isPresent())
          .forEach(node -> only(node, Expected.TIME_TO_DECIDE_AGAIN));
    }
  }

  /** A process may be called from several places, of which the product knows one. */
  private void call(CallActivity call) {
    String id = Expected.CALLS.get(String.valueOf(call.getCalledElement()));
    if (id != null && diagram.nodes().stream().noneMatch(node -> id.equals(node.getId()))) {
      only(call, id);
    }
  }

  private void only(FlowElement element, String id) {
    if (element.getId().equals(id)) {
      return;
    }
    boolean second = diagram.nodes().stream().anyMatch(node -> id.equals(node.getId()));
    findings.add(
        "%s must have the id %s, by which the product finds it%s"
            .formatted(
                called(element),
                id,
                second ? "; a diagram has one such element only, and this is a second one" : ""));
  }

  private static Optional<String> variable(Event event) {
    return event.getChildElementsByType(TimerEventDefinition.class).stream()
        .map(TimerEventDefinition::getTimeDate)
        .filter(date -> date != null)
        .map(date -> date.getTextContent().strip())
        .filter(text -> text.matches("\\$\\{\\w+}"))
        .map(text -> text.substring(2, text.length() - 1))
        .findFirst();
  }
}
