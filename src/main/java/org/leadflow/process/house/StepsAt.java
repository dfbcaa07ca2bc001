package org.leadflow.process.house;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;

/** The steps that may be taken at a node: its own, or those of the process that it calls. */
record StepsAt(House house) {

  static boolean calls(FlowNode node, Collection<String> blocks) {
    return node instanceof ServiceTask task
        && HouseDiagram.step(task).filter(blocks::contains).isPresent();
  }

  Set<String> of(FlowNode node) {
    Set<String> steps = new TreeSet<>();
    collect(node, steps, new HashSet<>());
    return steps;
  }

  boolean any(FlowNode node, Collection<String> blocks) {
    return of(node).stream().anyMatch(blocks::contains);
  }

  private void collect(FlowNode node, Set<String> steps, Set<String> calls) {
    if (node instanceof ServiceTask task) {
      HouseDiagram.step(task).ifPresent(steps::add);
    }
    if (node instanceof CallActivity call && calls.add(String.valueOf(call.getCalledElement()))) {
      house.calledBy(call).stream()
          .flatMap(called -> called.nodes().stream())
          .forEach(inner -> collect(inner, steps, calls));
    }
  }
}
