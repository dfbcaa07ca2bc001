package org.leadflow.process.house;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Where one gets from a node of a diagram, and from where one gets there; the nearest first. */
record Walk(HouseDiagram diagram) {

  /**
   * The nodes ahead, up to those at which it ends. Events at a task on the way belong to it, those
   * at the first node do not.
   */
  private Set<FlowNode> ahead(
      FlowNode from, Predicate<SequenceFlow> isGone, Predicate<FlowNode> ends) {
    return walk(
        from,
        ends,
        node -> {
          List<FlowNode> next =
              new ArrayList<>(node.equals(from) ? List.of() : diagram.eventsAt(node));
          diagram.outgoing(node).stream()
              .filter(isGone)
              .map(SequenceFlow::getTarget)
              .forEach(next::add);
          return next;
        });
  }

  /** The same with what is known of variables: a line that asks for another value is not gone. */
  Set<FlowNode> ahead(FlowNode from, Map<String, String> known, Predicate<FlowNode> ends) {
    return ahead(from, line -> isGone(line, known), ends);
  }

  private boolean isGone(SequenceFlow line, Map<String, String> known) {
    // A condition elsewhere is refused, and nothing more is said because of it.
    if (!(line.getSource() instanceof ExclusiveGateway gateway)) {
      return true;
    }
    return line.equals(gateway.getDefault())
        ? diagram.outgoing(gateway).stream().noneMatch(it -> isMet(it, known, false))
        : isMet(line, known, true);
  }

  private static boolean isMet(SequenceFlow line, Map<String, String> known, boolean otherwise) {
    return Condition.of(line)
        .filter(asked -> known.containsKey(asked.variable()))
        .map(asked -> asked.isMetBy(known.get(asked.variable())))
        .orElse(otherwise);
  }

  /** All ways there are. */
  Set<FlowNode> ahead(FlowNode from, Predicate<FlowNode> ends) {
    return ahead(from, line -> true, ends);
  }

  /** The nodes on the ways to one, back to those at which it ends. */
  Set<FlowNode> back(FlowNode from, Predicate<FlowNode> ends) {
    return walk(from, ends, this::previous);
  }

  private static Set<FlowNode> walk(
      FlowNode from, Predicate<FlowNode> ends, Function<FlowNode, List<FlowNode>> on) {
    Set<FlowNode> seen = new LinkedHashSet<>();
    Deque<FlowNode> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      for (FlowNode node : on.apply(open.remove())) {
        if (seen.add(node) && !ends.test(node)) {
          open.add(node);
        }
      }
    }
    return seen;
  }

  private List<FlowNode> previous(FlowNode node) {
    // Nothing of a task that an event ended was done, so what counts is how one got there.
    FlowNode place = node instanceof BoundaryEvent event ? event.getAttachedTo() : node;
    return diagram.incoming(place).stream().map(SequenceFlow::getSource).toList();
  }
}
