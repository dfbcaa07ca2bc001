package org.leadflow.process.house;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * Where one gets from each node of a diagram and what the lines ask, read once: it is asked often.
 */
final class Roads {

  private final HouseDiagram diagram;
  private final Map<SequenceFlow, Condition> conditions = new HashMap<>();
  private final Set<SequenceFlow> defaults = new HashSet<>();

  Roads(HouseDiagram diagram) {
    this.diagram = diagram;
    for (ExclusiveGateway gateway : diagram.all(ExclusiveGateway.class)) {
      Optional.ofNullable(gateway.getDefault()).ifPresent(defaults::add);
      for (SequenceFlow flow : diagram.outgoing(gateway)) {
        Condition.of(flow).ifPresent(it -> conditions.put(flow, it));
      }
    }
  }

  List<SequenceFlow> outgoing(FlowNode node) {
    return diagram.outgoing(node);
  }

  List<BoundaryEvent> eventsAt(FlowNode node) {
    return diagram.eventsAt(node);
  }

  boolean isDefault(SequenceFlow flow) {
    return defaults.contains(flow);
  }

  /** What a line out of a gateway asks; empty when that cannot be read or it asks nothing. */
  Optional<Condition> asked(SequenceFlow flow) {
    return Optional.ofNullable(conditions.get(flow));
  }
}
