package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.leadflow.process.house.LeadSteps.Answers;

/** What people answer at one of our tasks, a step behind it carries out; otherwise nobody would. */
final class AnsweredRules {

  private final List<String> findings = new ArrayList<>();
  private final HouseDiagram diagram;
  private final House house;
  private final BuildingBlocks blocks;
  private final StepsAt steps;
  private final Walk walk;

  private AnsweredRules(HouseDiagram diagram, House house, BuildingBlocks blocks) {
    this.diagram = diagram;
    this.house = house;
    this.blocks = blocks;
    this.steps = new StepsAt(house);
    this.walk = new Walk(diagram);
  }

  static List<String> findings(HouseDiagram diagram, House house, BuildingBlocks blocks) {
    var rules = new AnsweredRules(diagram, house, blocks);
    for (UserTask task : diagram.all(UserTask.class)) {
      for (String check : diagram.listeners(task)) {
        // A task with another id, or a second one, is refused elsewhere.
        Optional.ofNullable(LeadSteps.ANSWERS.get(check))
            .filter(answers -> Expected.TASKS.getOrDefault(check, "").equals(task.getId()))
            .ifPresent(answers -> rules.answered(task, check, answers));
      }
    }
    return rules.findings;
  }

  private void answered(UserTask task, String check, Answers answers) {
    offered(task, answers.variable())
        .filter(answers.steps()::containsKey)
        .forEach(
            value -> {
              Set<FlowNode> behind = behind(task, check, answers.variable(), value);
              Set<String> needed = answers.steps().get(value);
              if (behind.stream().noneMatch(node -> isUnknown(node) || steps.any(node, needed))) {
                findings.add(
                    "%s may be answered with %s, but no step behind it carries that out; put the step %s on the line for it"
                        .formatted(called(task), value, LeadSteps.inWords(needed)));
              }
            });
  }

  private Stream<String> offered(UserTask task, String variable) {
    return house.forms().stream()
        .filter(form -> form.file().id().equals(HouseDiagram.form(task)))
        .flatMap(form -> form.components().stream())
        .filter(field -> field.path("key").asText().equals(variable))
        .flatMap(field -> StreamSupport.stream(field.path("values").spliterator(), false))
        .map(choice -> choice.path("value").asText())
        .distinct();
  }

  /** Where one gets with an answer; behind another task it may have been given anew. */
  private Set<FlowNode> behind(UserTask task, String check, String variable, String value) {
    Set<FlowNode> behind = walk.ahead(task, Map.of(variable, value), UserTask.class::isInstance);
    Set<FlowNode> all = new LinkedHashSet<>(behind);
    behind.stream()
        .filter(node -> node instanceof UserTask)
        .filter(node -> !asks(node, check))
        .flatMap(node -> Stream.concat(Stream.of(node), diagram.eventsAt(node).stream()))
        .forEach(node -> all.addAll(walk.ahead(node, other -> asks(other, check))));
    return all;
  }

  private boolean asks(FlowNode node, String check) {
    return node instanceof UserTask task && diagram.listeners(task).contains(check);
  }

  /** About what it does nothing can be said; that it is unknown is said elsewhere. */
  private boolean isUnknown(FlowNode node) {
    return steps.of(node).stream().anyMatch(block -> blocks.wrongStep(block).isPresent())
        || node instanceof CallActivity call && house.calledBy(call).isEmpty();
  }
}
