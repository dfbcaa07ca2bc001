package org.leadflow.process.house;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;

/** What each element of a diagram writes by itself: blocks, forms, messages and outputs. */
final class Writers {

  /**
   * What an element writes.
   *
   * @param all whether nobody knows what, so that it may be anything
   */
  record Written(List<Writing> surely, List<Writing> perhaps, boolean all) {

    static final Written NOTHING = new Written(List.of(), List.of(), false);
    static final Written ANYTHING = new Written(List.of(), List.of(), true);

    Stream<Writing> each() {
      return Stream.concat(surely.stream(), perhaps.stream());
    }
  }

  private final House house;
  private final List<HouseForm> forms;
  private final Map<FlowNode, Written> written = new HashMap<>();
  private final Map<FlowNode, List<Writing>> outputs = new HashMap<>();
  private final BuildingBlocks blocks;
  private final BlockRows rows;

  Writers(House house, BuildingBlocks blocks, BlockRows rows) {
    this.house = house;
    this.forms = house.forms();
    this.blocks = blocks;
    this.rows = rows;
  }

  /** What it leaves of one variable, given what that held before. */
  List<Writing> after(HouseDiagram diagram, FlowNode node, Writing before) {
    String variable = before.variable();
    List<Writing> outputs = of(variable, outputs(diagram, node));
    if (!outputs.isEmpty()) {
      return List.of(outputs.get(outputs.size() - 1));
    }
    Written written = by(diagram, node);
    if (written.all()) {
      return List.of(Writing.anything(variable, HouseDiagram.called(node)));
    }
    List<Writing> left = new ArrayList<>(of(variable, written.surely()));
    if (left.isEmpty()) {
      List<Writing> perhaps = of(variable, written.perhaps());
      left.addAll(perhaps);
      // Whoever asks for what is written now and then asks when it was.
      if (perhaps.isEmpty() || !before.isNothing()) {
        left.add(isTakenAway(node, before) ? takenAway(node, variable) : before);
      }
    }
    return left;
  }

  private static List<Writing> of(String variable, List<Writing> writings) {
    return writings.stream().filter(it -> it.variable().equals(variable)).toList();
  }

  private static Writing takenAway(FlowNode node, String variable) {
    return Writing.takenAway(variable, HouseDiagram.called(node));
  }

  /** The names of all variables that elements of a diagram write. */
  Set<String> namesIn(HouseDiagram diagram) {
    return diagram.nodes().stream()
        .flatMap(node -> Stream.concat(outputs(diagram, node).stream(), by(diagram, node).each()))
        .map(Writing::variable)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Written by(HouseDiagram diagram, FlowNode node) {
    return written.computeIfAbsent(node, it -> read(diagram, it));
  }

  private Written read(HouseDiagram diagram, FlowNode node) {
    if (node instanceof ServiceTask task) {
      return HouseDiagram.step(task).map(block -> byBlock(task, block)).orElse(Written.ANYTHING);
    }
    if (node instanceof UserTask task) {
      Set<String> checked =
          diagram.listeners(task).stream()
              .flatMap(block -> rows.checkedBy(block).stream())
              .collect(Collectors.toSet());
      return formOf(task).map(form -> byForm(form, checked)).orElse(Written.ANYTHING);
    }
    if (node instanceof CatchEvent event && catchesMessage(event)) {
      return HouseDiagram.message(event)
          .flatMap(Expected::broughtBy)
          .map(brought -> new Written(brought, List.of(), false))
          .orElse(Written.ANYTHING);
    }
    return node instanceof ReceiveTask ? Written.ANYTHING : Written.NOTHING;
  }

  private static boolean catchesMessage(CatchEvent event) {
    return !event.getChildElementsByType(MessageEventDefinition.class).isEmpty();
  }

  private Written byBlock(ServiceTask task, String block) {
    if (blocks.wrongStep(block).isPresent() || !rows.has(block)) {
      return Written.ANYTHING;
    }
    List<Writing> surely = new ArrayList<>();
    List<Writing> perhaps = new ArrayList<>();
    for (BlockRows.Written it : rows.writtenBy(block)) {
      (it.surely() ? surely : perhaps)
          .add(new Writing(it.variable(), it.holds(), it.values(), HouseDiagram.called(task)));
    }
    return new Written(surely, perhaps, false);
  }

  /** The form that a task shows; empty when there is none that can be read. */
  Optional<HouseForm> formOf(UserTask task) {
    return forms.stream()
        .filter(form -> form.file().id().equals(HouseDiagram.form(task)))
        .findFirst();
  }

  /** Nothing stays empty that a block at the task asks for. */
  private static Written byForm(HouseForm form, Set<String> checked) {
    List<Writing> surely = new ArrayList<>();
    List<Writing> perhaps = new ArrayList<>();
    for (JsonNode field : form.components()) {
      if (field.has("key")) {
        Writing answer = answer(form, field);
        boolean mayBeHidden = form.mayBeHidden(field);
        (mayBeHidden ? perhaps : surely).add(answer);
        // What may be hidden is said where it is asked for on a way on which it may be missing.
        if (!mayBeHidden && mayStayEmpty(field) && !checked.contains(answer.variable())) {
          surely.add(Writing.empty(answer.variable(), answer.by()));
        }
      }
    }
    return new Written(surely, perhaps, false);
  }

  private static boolean mayStayEmpty(JsonNode field) {
    return ChoiceRules.TYPES.contains(field.path("type").asText())
        && !field.has("defaultValue")
        && !field.path("validate").path("required").asBoolean();
  }

  private static Writing answer(HouseForm form, JsonNode field) {
    String variable = field.path("key").asText();
    String by = "the form " + form.file().id();
    String type = field.path("type").asText();
    if (type.equals("checkbox")) {
      return Writing.flag(variable, by);
    }
    Set<String> offered = form.offered(variable);
    return offered.isEmpty() ? Writing.anything(variable, by) : Writing.text(variable, offered, by);
  }

  private List<Writing> outputs(HouseDiagram diagram, FlowNode node) {
    return outputs.computeIfAbsent(node, it -> readOutputs(diagram, it));
  }

  private static List<Writing> readOutputs(HouseDiagram diagram, FlowNode node) {
    return diagram.below(node, CamundaOutputParameter.class).stream()
        .map(
            output -> {
              String value = output.getTextContent().strip();
              String name = String.valueOf(output.getCamundaName());
              String by = HouseDiagram.called(node);
              if (value.equals("${true}") || value.equals("${false}")) {
                String flag = value.substring(2, value.length() - 1);
                return new Writing(name, Writing.Holds.FLAG, Set.of(flag), by);
              }
              return value.isEmpty() || value.contains("${") || value.contains("#{")
                  ? Writing.anything(name, by)
                  : Writing.text(name, Set.of(value), by);
            })
        .toList();
  }

  private boolean isTakenAway(FlowNode node, Writing before) {
    return !before.isNothing()
        && node instanceof ServiceTask step
        && before.isAnswer()
        && HouseDiagram.step(step).filter(rows::emptiesTheForm).isPresent()
        && rows.know(before.variable());
  }

  boolean isOutput(HouseDiagram diagram, FlowNode node, String variable) {
    return outputs(diagram, node).stream().anyMatch(it -> it.variable().equals(variable));
  }

  /** The answers of which a step needs one. */
  List<String> neededBy(ServiceTask task) {
    return HouseDiagram.step(task)
        .filter(blocks.steps()::contains)
        .map(rows::neededBy)
        .orElse(List.of());
  }

  /** The answers without which a block at a task refuses every answer. */
  Set<String> checkedBy(String block) {
    return rows.checkedBy(block);
  }

  /** The answers that a block at a task knows, by field. */
  Map<String, Set<String>> answersKnownBy(String block) {
    return rows.answersKnownBy(block);
  }

  /** Whether a form offers an answer that a block at its task refuses. */
  boolean isRefused(String variable, String value) {
    return house.diagrams().stream()
        .anyMatch(
            diagram ->
                diagram.all(UserTask.class).stream()
                    .filter(task -> offers(task, variable, value))
                    .flatMap(task -> diagram.listeners(task).stream())
                    .map(block -> rows.answersKnownBy(block).get(variable))
                    .anyMatch(known -> known != null && !known.contains(value)));
  }

  private boolean offers(UserTask task, String variable, String value) {
    return formOf(task).filter(form -> form.offered(variable).contains(value)).isPresent();
  }

  List<String> formsThatAskFor(String variable) {
    return forms.stream()
        .filter(form -> form.keys().contains(variable))
        .map(form -> form.file().id())
        .toList();
  }

  /** Whether some block writes just this into a variable. */
  boolean isWrittenByBlock(String variable, String value) {
    return blocks.steps().stream()
        .flatMap(block -> rows.writtenBy(block).stream())
        .anyMatch(it -> it.variable().equals(variable) && it.values().contains(value));
  }

  /** What an element writes by itself, before its outputs; empty when nobody knows. */
  Optional<Set<String>> writtenAt(HouseDiagram diagram, FlowNode node) {
    Written written = by(diagram, node);
    return written.all()
        ? Optional.empty()
        : Optional.of(
            written.each().map(Writing::variable).collect(Collectors.toCollection(HashSet::new)));
  }

  List<String> blocksThatWrite(String variable) {
    return rows.writersOf(variable, blocks.steps());
  }
}
