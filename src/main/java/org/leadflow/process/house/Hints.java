package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;

/** What to do about a variable that nothing writes, as the end of a sentence about it. */
record Hints(HouseDiagram diagram, Tracks tracks) {

  /** Nothing else can be asked for. */
  private static final Pattern WORD = Pattern.compile("\\w+");

  /** Who could write it, or what is meant; empty when that is not known. */
  String about(String variable, FlowNode place) {
    return fromCalled(variable)
        .or(() -> fromCaller(variable))
        .or(() -> fromOneOf("; the building block %s does", blocks(variable)))
        .or(() -> fromOneOf("; the form %s asks for it", forms(variable)))
        .orElseGet(() -> DidYouMean.ask(variable, writtenBefore(place)));
  }

  /** The same of an answer that a step carries out: only people can write it. */
  String aboutAnswer(String variable, FlowNode place) {
    return fromCalled(variable)
        .or(() -> fromCaller(variable))
        .or(() -> fromOneOf("; the form %s asks for it", forms(variable)))
        .or(() -> formBefore(place).map(form -> fieldIn(form, variable)))
        .orElse("; a form before it must ask for it");
  }

  private static String fieldIn(String form, String variable) {
    return "; ask for it in the form %s, with a field whose key is %s".formatted(form, variable);
  }

  /** What the nearest task for people shows, on the way back. */
  private Optional<String> formBefore(FlowNode place) {
    Deque<FlowNode> back = new ArrayDeque<>(List.of(place));
    Set<FlowNode> seen = new HashSet<>();
    while (!back.isEmpty()) {
      FlowNode node = back.removeFirst();
      if (node instanceof UserTask task) {
        return Optional.ofNullable(HouseDiagram.form(task));
      }
      diagram.incoming(node).stream()
          .map(SequenceFlow::getSource)
          .filter(seen::add)
          .forEach(back::add);
    }
    return Optional.empty();
  }

  /** What to do about a variable that is written on other ways and not on this one. */
  String onItsWay(String variable, List<FlowNode> way) {
    return fromCalled(variable, way).orElseGet(() -> anOutput(variable));
  }

  private String anOutput(String variable) {
    return diagram.all(CamundaOutputParameter.class).stream()
            .anyMatch(output -> variable.equals(output.getCamundaName()))
        ? "; give a step there an Output %s, such as ${false}".formatted(variable)
        : "";
  }

  private Optional<String> fromCalled(String variable) {
    return fromCalled(variable, diagram.nodes());
  }

  private Optional<String> fromCalled(String variable, List<FlowNode> nodes) {
    return nodes.stream()
        .filter(CallActivity.class::isInstance)
        .map(CallActivity.class::cast)
        .filter(call -> tracks.house().calledBy(call).stream().anyMatch(it -> writes(it, variable)))
        .findFirst()
        .map(
            call ->
                "; %s does: let %s hand it back (Out mappings)"
                    .formatted(call.getCalledElement(), called(call)));
  }

  /** A block that nobody knows might leave anything, but is no hint. */
  private boolean writes(HouseDiagram called, String variable) {
    return written(called).contains(variable) && tracks.leaves(called, variable);
  }

  private Optional<String> fromCaller(String variable) {
    return tracks.house().callsOf(diagram).stream()
        .filter(call -> tracks.mayHold(call.caller(), variable, call.activity()))
        .findFirst()
        .map(
            call ->
                "; %s has it: let %s hand it over (In mappings)"
                    .formatted(call.caller().id(), called(call.activity())));
  }

  private List<String> blocks(String variable) {
    return tracks.writers().blocksThatWrite(variable);
  }

  private List<String> forms(String variable) {
    return tracks.writers().formsThatAskFor(variable);
  }

  private static Optional<String> fromOneOf(String hint, List<String> writers) {
    return writers.isEmpty()
        ? Optional.empty()
        : Optional.of(hint.formatted(String.join(" or ", writers)));
  }

  private Set<String> writtenBefore(FlowNode place) {
    return names(diagram).stream()
        .filter(name -> WORD.matcher(name).matches())
        .filter(name -> tracks.mayHold(diagram, name, place))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The variables that a diagram writes or gets back. */
  private Set<String> written(HouseDiagram where) {
    Set<String> names = new LinkedHashSet<>(tracks.writers().namesIn(where));
    where.all(CamundaOut.class).forEach(out -> names.add(out.getCamundaTarget()));
    return names;
  }

  /** Those and what it is given. */
  private Set<String> names(HouseDiagram where) {
    Set<String> names = written(where);
    for (Call call : tracks.house().callsOf(where)) {
      call.caller()
          .below(call.activity(), CamundaIn.class)
          .forEach(in -> names.add(in.getCamundaTarget()));
    }
    names.remove(null);
    return names;
  }
}
