package org.leadflow.process.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.leadflow.process.picture.LeadWay.Step;
import org.leadflow.process.picture.LeadWay.Taken;

/**
 * Along which lines somebody went. The engine remembers elements only; whoever is at an element
 * came from the last one before from which a line leads there.
 */
final class TakenLines {

  private final Map<String, List<SequenceFlow>> incoming = new HashMap<>();
  private final Map<String, Integer> taken = new TreeMap<>();

  TakenLines(BpmnModelInstance diagram) {
    for (SequenceFlow flow : diagram.getModelElementsByType(SequenceFlow.class)) {
      incoming.computeIfAbsent(flow.getTarget().getId(), id -> new ArrayList<>()).add(flow);
    }
  }

  /**
   * @param steps of one run, in the order they began
   */
  void follow(List<Step> steps) {
    Map<String, Integer> last = new HashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      String element = steps.get(i).element();
      incoming.getOrDefault(element, List.of()).stream()
          .filter(flow -> last.containsKey(flow.getSource().getId()))
          .max((one, other) -> last.get(source(one)) - last.get(source(other)))
          .ifPresent(flow -> taken.merge(flow.getId(), 1, Integer::sum));
      last.put(element, i);
    }
  }

  private static String source(SequenceFlow flow) {
    return flow.getSource().getId();
  }

  List<Taken> taken() {
    return taken.entrySet().stream()
        .map(each -> new Taken(each.getKey(), each.getValue()))
        .toList();
  }
}
