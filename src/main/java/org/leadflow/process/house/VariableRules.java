package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;

/** What a diagram asks for, something before it must have written; a lead would stop there. */
final class VariableRules {

  private static final Pattern NAME = Pattern.compile("\\$\\{(?!true}|false})(\\w+)}");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*|R?\\d*/?P.+");
  private static final String NEEDS = "needs";
  private static final int MOST_NAMED = 3;

  private final List<String> findings = new ArrayList<>();
  private final HouseDiagram diagram;
  private final Tracks tracks;

  private VariableRules(HouseDiagram diagram, Tracks tracks) {
    this.diagram = diagram;
    this.tracks = tracks;
  }

  static List<String> findings(HouseDiagram diagram, Tracks tracks) {
    var rules = new VariableRules(diagram, tracks);
    for (ExclusiveGateway gateway : diagram.all(ExclusiveGateway.class)) {
      Tracks.asked(diagram, gateway).forEach(it -> rules.read(gateway, "asks for", it, gateway));
    }
    diagram.all(CatchEvent.class).forEach(rules::timer);
    diagram.all(CallActivity.class).forEach(rules::handedOver);
    diagram.all(CallActivity.class).forEach(rules::handedBack);
    diagram.nodes().forEach(rules::inputs);
    diagram.nodes().forEach(rules::outputs);
    // Otherwise the same is said already where it is asked for.
    if (rules.findings.isEmpty()) {
      diagram.all(ServiceTask.class).forEach(rules::needs);
    }
    return rules.findings;
  }

  private void timer(CatchEvent event) {
    // A timer at a task is set when somebody comes to the task.
    FlowNode place = event instanceof BoundaryEvent at ? at.getAttachedTo() : event;
    diagram.below(event, TimerEventDefinition.class).stream()
        .flatMap(timer -> namesIn(timer.getTextContent()))
        .forEach(
            name -> {
              read(event, "waits for", name, place);
              noTime(event, name, place);
            });
  }

  private void noTime(CatchEvent event, String variable, FlowNode place) {
    tracks.of(diagram, variable).stream()
        .flatMap(ways -> ways.before(place).stream())
        .filter(Writing::isClosed)
        .flatMap(
            held ->
                held.values().stream()
                    .filter(value -> !TIME.matcher(value).matches())
                    .map(
                        value ->
                            "%s waits for %s, into which %s writes %s, which is no point in time; let a block write it"
                                .formatted(called(event), variable, held.by(), value)))
        .filter(sentence -> !findings.contains(sentence))
        .forEach(findings::add);
  }

  private void inputs(FlowNode node) {
    List<CamundaInputParameter> inputs = diagram.below(node, CamundaInputParameter.class);
    Set<String> own =
        inputs.stream().map(CamundaInputParameter::getCamundaName).collect(Collectors.toSet());
    inputs.stream()
        .flatMap(input -> namesIn(input.getTextContent()))
        .filter(name -> !own.contains(name))
        .forEach(name -> read(node, "reads", name, node));
  }

  /** An output may hand on what the element itself was given or wrote. */
  private void outputs(FlowNode node) {
    Optional<Set<String>> own = tracks.writers().writtenAt(diagram, node);
    if (own.isEmpty() || diagram.below(node, CamundaOutputParameter.class).isEmpty()) {
      return;
    }
    Set<String> there = own.get();
    diagram
        .below(node, CamundaInputParameter.class)
        .forEach(input -> there.add(input.getCamundaName()));
    diagram.below(node, CamundaOut.class).forEach(out -> there.add(out.getCamundaTarget()));
    for (CamundaOutputParameter output : diagram.below(node, CamundaOutputParameter.class)) {
      namesIn(output.getTextContent())
          .filter(name -> !there.contains(name))
          .forEach(
              name ->
                  read(node, "has the Output " + output.getCamundaName() + " with", name, node));
      there.add(output.getCamundaName());
    }
  }

  private void needs(ServiceTask task) {
    List<String> needed = tracks.writers().neededBy(task);
    if (!needed.isEmpty() && needed.stream().allMatch(name -> mayBeMissing(name, task))) {
      read(task, NEEDS, needed.get(0), task);
    }
  }

  private boolean mayBeMissing(String variable, FlowNode place) {
    return tracks.of(diagram, variable).stream()
        .flatMap(ways -> ways.before(place).stream())
        .anyMatch(Writing::isNothing);
  }

  private static Stream<String> namesIn(String text) {
    return NAME.matcher(String.valueOf(text)).results().map((MatchResult it) -> it.group(1));
  }

  private void read(FlowElement reader, String reads, String variable, FlowNode place) {
    Optional<Ways> ways = tracks.of(diagram, variable);
    Set<Writing> held = ways.map(it -> it.before(place)).orElse(Set.of());
    Optional<Writing> missing = held.stream().filter(Writing::isNothing).findFirst();
    if (missing.isEmpty()) {
      return;
    }
    String asks = called(reader) + " " + reads + " " + variable + ", which ";
    if (!missing.get().by().isEmpty()) {
      findings.add(asks + missing.get().by() + " takes away; ask for it before that");
    } else if (held.stream().allMatch(Writing::isNothing)) {
      findings.add(asks + "nothing " + before(variable) + "writes" + hint(reads, variable, place));
    } else {
      List<FlowNode> way = ways.get().wayTo(place, missing.get());
      findings.add(
          asks
              + "nothing writes on the way "
              + over(way)
              + new Hints(diagram, tracks).onItsWay(variable, way));
    }
  }

  private String hint(String reads, String variable, FlowNode place) {
    var hints = new Hints(diagram, tracks);
    return reads.equals(NEEDS) ? hints.aboutAnswer(variable, place) : hints.about(variable, place);
  }

  private String before(String variable) {
    return tracks.writers().namesIn(diagram).contains(variable) ? "before it " : "";
  }

  private static String over(List<FlowNode> way) {
    List<String> named =
        way.stream().filter(node -> node.getName() != null).map(HouseDiagram::called).toList();
    return "over "
        + String.join(", ", named.subList(Math.max(0, named.size() - MOST_NAMED), named.size()));
  }

  private void handedOver(CallActivity call) {
    for (CamundaIn in : diagram.below(call, CamundaIn.class)) {
      String source = in.getCamundaSource();
      // What is missing on some way only is handed over as empty.
      if (source != null
          && !diagram.hasInput(call, source)
          && isReached(call, source)
          && !tracks.mayHold(diagram, source, call)) {
        read(call, "hands over", source, call);
      }
    }
  }

  private boolean isReached(FlowNode node, String variable) {
    return tracks.of(diagram, variable).filter(it -> !it.before(node).isEmpty()).isPresent();
  }

  private void handedBack(CallActivity call) {
    Optional<HouseDiagram> called = tracks.house().calledBy(call).stream().findFirst();
    for (CamundaOut out : diagram.below(call, CamundaOut.class)) {
      String source = out.getCamundaSource();
      if (source == null
          || called.flatMap(it -> tracks.of(it, source)).isEmpty()
          || called.filter(it -> tracks.leaves(it, source)).isPresent()) {
        continue;
      }
      findings.add(
          "%s hands back %s, which nothing in %s writes%s"
              .formatted(
                  called(call),
                  source,
                  call.getCalledElement(),
                  DidYouMean.ask(source, tracks.writers().namesIn(called.get()))));
    }
  }
}
