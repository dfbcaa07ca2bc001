package org.leadflow.process.house;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
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

/** Where a lead stays until somebody acts or something comes, in a transaction of its own. */
record Waiting(House house) {

  /** Where one gets from a node without waiting, the places at which one waits included. */
  Set<FlowNode> reached(HouseDiagram diagram, FlowNode from) {
    Set<FlowNode> seen = new LinkedHashSet<>();
    goOn(diagram, from, seen, new HashSet<>());
    return seen;
  }

  /** Whether a lead may stay at a node, though perhaps not always. */
  boolean mayWait(FlowNode node) {
    return mayWait(node, new HashSet<>());
  }

  private boolean mayWait(FlowNode node, Set<String> calls) {
    if (node instanceof CallActivity call) {
      return calls.add(String.valueOf(call.getCalledElement()))
          && house.calledBy(call).stream()
              .flatMap(called -> called.nodes().stream())
              .anyMatch(inner -> mayWait(inner, calls));
    }
    return waits(node, new HashSet<>());
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
      return alwaysWaits(call, calls);
    }
    return node instanceof UserTask
        || node instanceof ReceiveTask
        || node instanceof IntermediateCatchEvent
        || node instanceof EventBasedGateway;
  }

  /** Whether no way leads through the called process without waiting. */
  private boolean alwaysWaits(CallActivity call, Set<String> calls) {
    String process = String.valueOf(call.getCalledElement());
    if (!calls.add(process)) {
      return true;
    }
    boolean passes = house.calledBy(call).stream().anyMatch(called -> isPassed(called, calls));
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
