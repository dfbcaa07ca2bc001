package org.leadflow.process.house;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;

/** Where leads are closed, and what is then known of the variables of the process. */
record Closings(House house) {

  /** Behind a step; empty of one that closes no lead. */
  Optional<Map<String, String>> by(HouseDiagram diagram, ServiceTask step) {
    return HouseDiagram.step(step)
        .filter(LeadSteps.CLOSING::containsKey)
        .map(block -> behind(diagram, step, LeadSteps.CLOSING.get(block)));
  }

  /** Behind a call, once for each step by which a lead is closed in there. */
  List<Map<String, String>> by(HouseDiagram diagram, CallActivity call) {
    return by(diagram, call, new HashSet<>());
  }

  private List<Map<String, String>> by(HouseDiagram diagram, CallActivity call, Set<String> calls) {
    List<Map<String, String>> all = new ArrayList<>();
    if (calls.add(String.valueOf(call.getCalledElement()))) {
      for (HouseDiagram called : house.calledBy(call)) {
        for (ServiceTask step : called.all(ServiceTask.class)) {
          by(called, step).filter(known -> isSaid(called, known)).ifPresent(all::add);
        }
        for (CallActivity inner : called.all(CallActivity.class)) {
          all.addAll(by(called, inner, calls));
        }
      }
      calls.remove(call.getCalledElement());
    }
    return all.stream().map(known -> behind(diagram, call, back(diagram, call, known))).toList();
  }

  private static Map<String, String> back(
      HouseDiagram diagram, CallActivity call, Map<String, String> known) {
    Map<String, String> back = new HashMap<>();
    for (CamundaOut out : diagram.below(call, CamundaOut.class)) {
      if (out.getCamundaVariables() != null) {
        back.putAll(known);
      } else if (out.getCamundaSource() != null) {
        back.put(
            String.valueOf(out.getCamundaTarget()), known.getOrDefault(out.getCamundaSource(), ""));
      }
    }
    return back;
  }

  /** What the outputs of a node and of those behind it leave. */
  Map<String, String> behind(HouseDiagram diagram, FlowNode node) {
    return behind(diagram, node, Map.of());
  }

  private static Map<String, String> behind(
      HouseDiagram diagram, FlowNode node, Map<String, String> before) {
    Map<String, String> known = new HashMap<>(before);
    known.putAll(diagram.outputs(node));
    Map<String, String> here = Map.copyOf(known);
    new Walk(diagram)
        .ahead(node, here, next -> false)
        .forEach(next -> known.putAll(diagram.outputs(next)));
    return known;
  }

  /** The variables that the callers of a process take back. */
  Set<String> handedBack(HouseDiagram called) {
    return house.callsOf(called).stream()
        .flatMap(call -> call.caller().below(call.activity(), CamundaOut.class).stream())
        .map(CamundaOut::getCamundaSource)
        .filter(source -> source != null)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether those who called a process hear that the lead is closed. */
  boolean isSaid(HouseDiagram called, Map<String, String> known) {
    Set<String> asked = handedBack(called);
    asked.retainAll(LeadSteps.SAID.keySet());
    // Of an outcome that is missing is told where it is asked for.
    return asked.isEmpty()
        || asked.equals(Set.of(LeadSteps.OUTCOME)) && !known.containsKey(LeadSteps.OUTCOME)
        || asked.stream()
            .anyMatch(it -> LeadSteps.SAID.get(it).containsKey(known.getOrDefault(it, "")));
  }

  /** The output by which they would. */
  String missing(HouseDiagram called, ServiceTask step) {
    if (handedBack(called).contains(LeadSteps.CLOSED)) {
      return LeadSteps.CLOSED + " with ${true}";
    }
    boolean qualifies = StepsAt.calls(step, Set.of(LeadSteps.QUALIFY));
    return LeadSteps.OUTCOME + " with " + (qualifies ? "qualified" : "disqualified");
  }
}
