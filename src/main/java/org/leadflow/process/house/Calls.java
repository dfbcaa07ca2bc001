package org.leadflow.process.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;

/** Who calls which process, and what the In and Out mappings of a call carry. */
record Calls(House house, Tracks tracks) {

  /** What a process begins with, by each that calls it; empty when nobody does. */
  List<Writing> handedOver(HouseDiagram called, String variable) {
    return house.callsOf(called).stream()
        .flatMap(call -> handedOver(call, variable).stream())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private List<Writing> handedOver(Call call, String variable) {
    List<CamundaIn> all = call.caller().below(call.activity(), CamundaIn.class);
    if (all.stream().anyMatch(it -> it.getCamundaVariables() != null)) {
      return List.of(Writing.anything(variable, HouseDiagram.called(call.activity())));
    }
    List<Writing> given =
        all.stream()
            .filter(it -> variable.equals(it.getCamundaTarget()))
            .flatMap(it -> source(call, it.getCamundaSource(), variable))
            .toList();
    return given.isEmpty() ? List.of(Writing.nothing(variable)) : given;
  }

  private Stream<Writing> source(Call call, String source, String target) {
    Set<Writing> held =
        source == null || call.caller().hasInput(call.activity(), source)
            ? Set.of()
            : tracks
                .of(call.caller(), source)
                .map(it -> it.before(call.activity()))
                .orElse(Set.of());
    return held.isEmpty()
        ? Stream.of(Writing.anything(target, HouseDiagram.called(call.activity())))
        : held.stream().map(it -> it.handedOver(target, ""));
  }

  /** What a call writes into a variable of its caller; empty when it leaves that alone. */
  List<Writing> handedBack(HouseDiagram diagram, CallActivity call, String variable) {
    List<Writing> back = new ArrayList<>();
    for (CamundaOut out : diagram.below(call, CamundaOut.class)) {
      if (out.getCamundaVariables() != null
          || variable.equals(out.getCamundaTarget()) && out.getCamundaSource() == null) {
        back.add(Writing.anything(variable, HouseDiagram.called(call)));
      } else if (variable.equals(out.getCamundaTarget())) {
        back.addAll(atTheEnds(call, out.getCamundaSource(), variable));
      }
    }
    return back;
  }

  private List<Writing> atTheEnds(CallActivity call, String source, String target) {
    List<Writing> back = new ArrayList<>();
    house.calledBy(call).stream()
        .findFirst()
        .flatMap(called -> tracks.of(called, source))
        .ifPresent(
            ways ->
                ways.atTheEnds()
                    .forEach(
                        (end, all) ->
                            all.forEach(
                                it ->
                                    back.add(
                                        it.isNothing()
                                            ? Writing.empty(
                                                target, HouseDiagram.called(end) + ofIts(call))
                                            : it.handedOver(target, ofIts(call))))));
    return back.isEmpty() ? List.of(Writing.anything(target, HouseDiagram.called(call))) : back;
  }

  private static String ofIts(CallActivity call) {
    return " of " + call.getCalledElement();
  }
}
