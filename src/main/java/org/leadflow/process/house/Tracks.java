package org.leadflow.process.house;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** Follows a variable through a diagram, and from and into those that it calls. */
final class Tracks {

  /** More would ask for very many ways; each is then asked for alone. */
  private static final int MOST_TRACKED = 3;

  private final House house;
  private final BlockRows rows;
  private final Writers writers;
  private final Calls calls;
  private final Map<String, Ways> known = new HashMap<>();
  private final Map<HouseDiagram, Roads> roads = new HashMap<>();
  private final Set<String> inWork = new HashSet<>();
  private final Set<String> guessed = new HashSet<>();
  private boolean guesses;

  static Tracks in(House house, BuildingBlocks blocks) {
    return new Tracks(house, blocks, BlockRows.of(house));
  }

  private Tracks(House house, BuildingBlocks blocks, BlockRows rows) {
    this.house = house;
    this.rows = rows;
    this.calls = new Calls(house, this);
    this.writers = new Writers(house, blocks, rows);
  }

  House house() {
    return house;
  }

  BlockRows rows() {
    return rows;
  }

  Writers writers() {
    return writers;
  }

  /** Empty where several ways are gone at once, which is not followed, or one is followed now. */
  Optional<Ways> of(HouseDiagram diagram, String variable) {
    String key = diagram.file().name() + " " + variable;
    if (!isFollowed(diagram)) {
      return Optional.empty();
    }
    if (inWork.contains(key)) {
      guesses = true;
      return Optional.empty();
    }
    Ways ways = known.get(key);
    if (ways == null) {
      inWork.add(key);
      ways =
          new Ways(
              diagram.all(StartEvent.class),
              roads.computeIfAbsent(diagram, Roads::new),
              variable,
              tracked(diagram, variable),
              (node, before) -> after(diagram, node, before));
      inWork.remove(key);
      keep(key, ways);
    }
    return Optional.of(ways);
  }

  /** What was found inside a circle of calls, where one end was guessed, is not kept for others. */
  private void keep(String key, Ways ways) {
    known.put(key, ways);
    if (inWork.isEmpty()) {
      known.keySet().removeAll(guessed);
      guessed.clear();
      guesses = false;
    } else if (guesses) {
      guessed.add(key);
    }
  }

  /** Whether a lead may arrive at a place with something in a variable. */
  boolean mayHold(HouseDiagram where, String variable, FlowNode place) {
    return of(where, variable).stream()
        .flatMap(ways -> ways.before(place).stream())
        .anyMatch(it -> !it.isNothing());
  }

  /** Whether a process may leave something in a variable when it ends. */
  boolean leaves(HouseDiagram process, String variable) {
    return of(process, variable).stream()
        .flatMap(ways -> ways.atTheEnds().values().stream())
        .flatMap(Set::stream)
        .anyMatch(it -> !it.isNothing());
  }

  private static boolean isFollowed(HouseDiagram diagram) {
    return diagram.all(SubProcess.class).isEmpty()
        && diagram.all(Gateway.class).stream()
            .allMatch(it -> it instanceof ExclusiveGateway || it instanceof EventBasedGateway);
  }

  private static Set<String> tracked(HouseDiagram diagram, String variable) {
    Map<String, Long> gateways =
        diagram.all(ExclusiveGateway.class).stream()
            .flatMap(gateway -> asked(diagram, gateway).stream())
            .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    Set<String> tracked = new TreeSet<>(gateways.keySet());
    tracked.removeIf(name -> gateways.get(name) < 2);
    if (tracked.size() > MOST_TRACKED) {
      tracked.clear();
    }
    tracked.add(variable);
    return tracked;
  }

  /** The variables that a gateway asks for. */
  static Set<String> asked(HouseDiagram diagram, ExclusiveGateway gateway) {
    return diagram.outgoing(gateway).stream()
        .flatMap(flow -> Condition.of(flow).stream())
        .map(Condition::variable)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Writing> after(HouseDiagram diagram, FlowNode node, Writing before) {
    if (node instanceof StartEvent start && start.getEventDefinitions().isEmpty()) {
      return atTheStart(diagram, before.variable());
    }
    if (node instanceof CallActivity call && !writers.isOutput(diagram, call, before.variable())) {
      List<Writing> back = calls.handedBack(diagram, call, before.variable());
      return back.isEmpty() ? List.of(before) : back;
    }
    return writers.after(diagram, node, before);
  }

  private List<Writing> atTheStart(HouseDiagram diagram, String variable) {
    List<Writing> given = calls.handedOver(diagram, variable);
    // The product starts one with a business key and nothing else.
    if (Expected.PROCESSES.containsKey(diagram.id())) {
      given.add(Writing.nothing(variable));
    } else if (given.isEmpty()) {
      given.add(Writing.anything(variable, "whoever starts it"));
    }
    return given;
  }
}
