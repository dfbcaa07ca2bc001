package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;

/**
 * The elements that a lead can go through. The product and these rules look for a lead at one
 * place, in steps that are building blocks; what is more than that would be passed over in silence,
 * or lead two ways at once.
 */
final class ElementRules {

  private static final String ONE_PLACE =
      "a lead is at one place at a time; draw the steps one behind the other, or choose one of"
          + " several ways with an exclusive gateway (the X)";
  private static final String INSIDE =
      "its inside is not looked at; draw the steps here, or in a diagram of their own that a call"
          + " activity calls";

  private static final Map<String, Set<String>> EVENTS =
      Map.of(
          "startEvent", Set.of("messageEventDefinition"),
          "endEvent", Set.of(),
          "intermediateThrowEvent", Set.of(),
          "intermediateCatchEvent", Set.of("timerEventDefinition", "messageEventDefinition"),
          "boundaryEvent", Set.of("timerEventDefinition", "messageEventDefinition"));

  /** A script task is code, about which another rule speaks. */
  private static final Set<String> OTHERS =
      Set.of(
          "userTask",
          "serviceTask",
          "callActivity",
          "exclusiveGateway",
          "eventBasedGateway",
          "scriptTask");

  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry("task", "nothing happens at a plain task; choose a template for it"),
          Map.entry(
              "manualTask",
              "nobody sees a manual task; use a task for people, such as the template Ask team"),
          Map.entry(
              "sendTask",
              "nothing is sent from here; use a step that does, such as the template Call webhook"
                  + " or Notify owner"),
          Map.entry(
              "receiveTask",
              "nothing is received here; wait with an intermediate event, for a message or a time"),
          Map.entry(
              "businessRuleTask",
              "rules are asked by building blocks; use a step such as the template Decide route"),
          Map.entry("parallelGateway", ONE_PLACE),
          Map.entry("inclusiveGateway", ONE_PLACE),
          Map.entry("complexGateway", ONE_PLACE),
          Map.entry("subProcess", INSIDE),
          Map.entry("adHocSubProcess", INSIDE),
          Map.entry("transaction", INSIDE));

  private static final Map<String, String> EVENT_INSTEAD =
      Map.of(
          "errorEventDefinition",
              "no building block raises an error; ask for a flag at a gateway instead",
          "terminateEventDefinition", "it would end what still waits, too; draw a plain end event",
          "messageEventDefinition",
              "nothing is sent from here; use a step that does, such as the template Call webhook,"
                  + " and a plain event",
          "timerEventDefinition",
              "a process begins with a lead and not with a time; draw a plain start event");

  private ElementRules() {}

  /** By the id of the element what to draw instead of it. */
  static Map<String, String> findings(HouseDiagram diagram) {
    Map<String, String> findings = new LinkedHashMap<>();
    for (FlowNode node : diagram.nodes()) {
      instead(node).ifPresent(it -> findings.put(node.getId(), called(node) + ": " + it));
    }
    return findings;
  }

  private static Optional<String> instead(FlowNode node) {
    String type = node.getElementType().getTypeName();
    Set<String> known = EVENTS.get(type);
    if (known == null && !OTHERS.contains(type)) {
      return Optional.of(INSTEAD.getOrDefault(type, "our processes have no " + type));
    }
    if (isRepeated(node)) {
      return Optional.of(
          "is marked to be repeated, but a lead is at one place at a time; take the marker away and"
              + " draw a line back instead");
    }
    if (node instanceof BoundaryEvent event && event.getAttachedTo() instanceof ServiceTask step) {
      return Optional.of(
          "nothing comes to a step while it is done, since it takes no time; put the event to a task"
              + " for people, or wait with an intermediate event behind "
              + called(step));
    }
    return node.getChildElementsByType(EventDefinition.class).stream()
        .map(definition -> definition.getElementType().getTypeName())
        .filter(definition -> known != null && !known.contains(definition))
        .findFirst()
        .map(
            definition ->
                EVENT_INSTEAD.getOrDefault(
                    definition,
                    "nothing in the product sends or hears a %s; use a timer or a message"
                        .formatted(definition.replace("EventDefinition", " event"))));
  }

  /** Of the three markers the model knows two. */
  private static boolean isRepeated(FlowNode node) {
    return node instanceof Activity
        && node.getDomElement().getChildElements().stream()
            .anyMatch(child -> child.getLocalName().endsWith("LoopCharacteristics"));
  }
}
