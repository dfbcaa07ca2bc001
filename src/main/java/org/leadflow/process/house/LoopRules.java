package org.leadflow.process.house;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Every way round passes somebody or something that is waited for; otherwise it runs for ever. */
final class LoopRules {

  private final House house;
  private final HouseDiagram diagram;

  private LoopRules(HouseDiagram diagram, House house) {
    this.diagram = diagram;
    this.house = house;
  }

  static List<String> findings(HouseDiagram diagram, House house) {
    var rules = new LoopRules(diagram, house);
    List<String> findings = new ArrayList<>();
    Set<FlowNode> told = new HashSet<>();
    for (FlowNode node : diagram.nodes()) {
      Set<FlowNode> loop = rules.loopThrough(node);
      if (!loop.isEmpty() && told.addAll(loop)) {
        findings.add(
            "runs in a circle and waits for nobody: "
                + loop.stream().map(HouseDiagram::called).collect(Collectors.joining(", "))
                + "; put a task for people or a timer into it");
      }
    }
    return findings;
  }

  /** The nodes from which and to which one gets without waiting; empty when it is on no circle. */
  private Set<FlowNode> loopThrough(FlowNode node) {
    Set<FlowNode> ahead = reached(node);
    return ahead.contains(node)
        ? ahead.stream()
            .filter(other -> reached(other).contains(node))
            .collect(Collectors.toCollection(LinkedHashSet::new))
        : Set.of();
  }

  private Set<FlowNode> reached(FlowNode from) {
    Set<FlowNode> seen = new LinkedHashSet<>();
    goOn(diagram, from, seen, new HashSet<>());
    return seen;
  }

  private void goOn(HouseDiagram where, FlowNode from, Set<FlowNode> seen, Set<String> calls) {
    if (!waits(from, calls)) {
      for (SequenceFlow flow : where.outgoing(from)) {
        if (seen.add(flow.getTarget())) {
          goOn(where, flow.getTarget(), seen, calls);
        }
      }
    }
  }

  private boolean waits(FlowNode node, Set<String> calls) {
    if (node instanceof BoundaryEvent event) {
      return event.getEventDefinitions().stream().noneMatch(ErrorEventDefinition.class::isInstance);
    }
    if (node instanceof CallActivity call) {
      return alwaysWaits(String.valueOf(call.getCalledElement()), calls);
    }
    return node instanceof UserTask
        || node instanceof ReceiveTask
        || node instanceof IntermediateCatchEvent
        || node instanceof EventBasedGateway;
  }

  /** Whether no way leads through the called process without waiting. */
  private boolean alwaysWaits(String process, Set<String> calls) {
    if (!calls.add(process)) {
      return true;
    }
    boolean passes =
        house.diagrams().stream()
            .filter(called -> called.id().equals(process))
            .anyMatch(called -> isPassed(called, calls));
    calls.remove(process);
    return !passes;
  }

  private boolean isPassed(HouseDiagram called, Set<String> calls) {
    return called.all(StartEvent.class).stream()
        .anyMatch(
            start -> {
              Set<FlowNode> seen = new LinkedHashSet<>();
              goOn(called, start, seen, calls);
              return seen.stream().anyMatch(EndEvent.class::isInstance);
            });
  }
}
