package org.leadflow.process.house;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.jspecify.annotations.Nullable;

/**
 * All ways through a diagram as one variable sees them: what may have been written into it last
 * where a lead arrives. A line that asks for a value is gone only with that value; where several
 * gateways ask for one flag, a way answers all of them alike.
 */
final class Ways {

  /** What a step leaves of a variable, given what it held before. */
  interface Step {

    Collection<Writing> after(FlowNode node, Writing before);
  }

  /**
   * Somebody arrives at a node, with what was written last.
   *
   * @param beside whether it came from a timer that leaves its task open, so an end ends nothing
   */
  private record Place(FlowNode node, Map<String, Writing> last, boolean beside) {}

  private final Map<Place, Optional<Place>> cameFrom = new LinkedHashMap<>();
  private final Map<Place, Set<Place>> lines = new LinkedHashMap<>();
  private final Deque<Place> ahead = new ArrayDeque<>();
  private final Roads roads;
  private final String variable;
  private final Step step;

  /**
   * @param tracked the variable and those that several gateways ask for
   */
  Ways(List<StartEvent> starts, Roads roads, String variable, Set<String> tracked, Step step) {
    this.roads = roads;
    this.variable = variable;
    this.step = step;
    Map<String, Writing> atFirst =
        tracked.stream().collect(Collectors.toMap(name -> name, Writing::nothing));
    starts.forEach(start -> arrive(start, atFirst, false, null));
    while (!ahead.isEmpty()) {
      goOn(ahead.removeFirst());
    }
  }

  /** What the variable may hold when a lead arrives here; empty where nobody arrives. */
  Set<Writing> before(FlowNode node) {
    return cameFrom.keySet().stream()
        .filter(place -> place.node().equals(node))
        .map(place -> place.last().get(variable))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What it may hold at the ends of the process, by end. */
  Map<EndEvent, Set<Writing>> atTheEnds() {
    Map<EndEvent, Set<Writing>> ends = new LinkedHashMap<>();
    for (Place place : cameFrom.keySet()) {
      if (place.node() instanceof EndEvent end && !place.beside()) {
        ends.computeIfAbsent(end, it -> new LinkedHashSet<>()).add(place.last().get(variable));
      }
    }
    return ends;
  }

  /**
   * The nodes of circles that no line leaves with what is written by then, however often they are
   * gone; an event at a task may.
   */
  Set<FlowNode> neverLeft() {
    Set<Place> left = new LinkedHashSet<>(lines.keySet());
    Set<Place> out = new HashSet<>(cameFrom.keySet());
    out.removeAll(left);
    // Whoever gets to where no line leads on leaves, too: that is said elsewhere.
    while (out.addAll(left.stream().filter(it -> leads(it, out)).toList())) {
      left.removeAll(out);
    }
    return left.stream().map(Place::node).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private boolean leads(Place place, Set<Place> to) {
    return lines.get(place).stream().anyMatch(to::contains);
  }

  /** The nodes on the shortest way on which a lead gets here with this. */
  List<FlowNode> wayTo(FlowNode node, Writing held) {
    LinkedList<FlowNode> way = new LinkedList<>();
    Optional<Place> place =
        cameFrom.keySet().stream()
            .filter(it -> it.node().equals(node) && held.equals(it.last().get(variable)))
            .findFirst()
            .flatMap(cameFrom::get);
    while (place.isPresent()) {
      way.addFirst(place.get().node());
      place = cameFrom.get(place.get());
    }
    return way;
  }

  private Place arrive(
      FlowNode node, Map<String, Writing> last, boolean beside, @Nullable Place from) {
    var place = new Place(node, last, beside);
    if (cameFrom.putIfAbsent(place, Optional.ofNullable(from)) == null) {
      ahead.add(place);
    }
    return place;
  }

  private void goOn(Place place) {
    for (BoundaryEvent event : roads.eventsAt(place.node())) {
      arrive(event, place.last(), place.beside() || !event.cancelActivity(), place);
    }
    for (Map<String, Writing> written : written(place)) {
      for (SequenceFlow flow : roads.outgoing(place.node())) {
        Map<String, Writing> left = new HashMap<>(written);
        if (isGone(flow, left)) {
          Place next = arrive(flow.getTarget(), Map.copyOf(left), place.beside(), place);
          lines.computeIfAbsent(place, it -> new LinkedHashSet<>()).add(next);
        }
      }
    }
  }

  private List<Map<String, Writing>> written(Place place) {
    List<Map<String, Writing>> all = List.of(place.last());
    for (String name : place.last().keySet()) {
      List<Map<String, Writing>> next = new ArrayList<>();
      for (Writing writing : Set.copyOf(step.after(place.node(), place.last().get(name)))) {
        for (Map<String, Writing> one : all) {
          Map<String, Writing> changed = new HashMap<>(one);
          changed.put(name, writing);
          next.add(changed);
        }
      }
      all = next;
    }
    return all;
  }

  /** Whether a line may be gone with these values; leaves of them what is possible behind it. */
  private boolean isGone(SequenceFlow flow, Map<String, Writing> values) {
    if (!roads.isDefault(flow)) {
      return roads.asked(flow).map(asked -> isLeft(asked, true, values)).orElse(true);
    }
    return roads.outgoing(flow.getSource()).stream()
        .map(roads::asked)
        .flatMap(Optional::stream)
        .allMatch(asked -> isLeft(asked, false, values));
  }

  private static boolean isLeft(Condition asked, boolean met, Map<String, Writing> values) {
    Writing held = values.get(asked.variable());
    if (held == null) {
      return true;
    }
    Optional<Writing> left = held.isNothing() ? Optional.empty() : held.behind(asked, met);
    left.ifPresent(it -> values.put(asked.variable(), it));
    return left.isPresent();
  }
}
