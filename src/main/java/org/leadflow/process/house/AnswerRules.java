package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What the form of a task asks, against the blocks that check it and what needs the answer. */
final class AnswerRules {

  private final List<String> findings = new ArrayList<>();
  private final HouseDiagram diagram;
  private final Tracks tracks;
  private final Writers writers;
  private final Set<String> needed = new TreeSet<>();

  private AnswerRules(HouseDiagram diagram, Tracks tracks) {
    this.diagram = diagram;
    this.tracks = tracks;
    this.writers = tracks.writers();
    diagram
        .all(ExclusiveGateway.class)
        .forEach(gateway -> needed.addAll(Tracks.asked(diagram, gateway)));
    diagram.all(ServiceTask.class).forEach(step -> needed.addAll(writers.neededBy(step)));
  }

  static List<String> findings(HouseDiagram diagram, Tracks tracks) {
    var rules = new AnswerRules(diagram, tracks);
    for (UserTask task : diagram.all(UserTask.class)) {
      tracks.writers().formOf(task).ifPresent(form -> rules.form(task, form));
    }
    return rules.findings;
  }

  private void form(UserTask task, HouseForm form) {
    String shows = called(task) + " shows the form " + form.file().id() + ", ";
    Set<String> asked = new TreeSet<>();
    for (String block : diagram.listeners(task)) {
      Set<String> checked = writers.checkedBy(block);
      if (!checked.isEmpty() && checked.stream().noneMatch(form.keys()::contains)) {
        findings.add(
            shows
                + "which does not ask for %s; its block %s checks that"
                    .formatted(String.join(" or ", checked), block));
      }
      writers
          .answersKnownBy(block)
          .forEach((field, known) -> known(shows, block, field, known, form.offered(field)));
      asked.addAll(checked);
    }
    // A form may show what somebody answered before.
    needed.stream().filter(it -> !tracks.mayHold(diagram, it, task)).forEach(asked::add);
    asked.remove(BlockRows.COMMENT);
    form.components().stream()
        .filter(field -> asked.contains(field.path("key").asText()))
        .forEach(field -> isOpen(shows, field));
  }

  private void known(
      String shows, String block, String field, Set<String> known, Set<String> offered) {
    Set<String> unknown = new LinkedHashSet<>(offered);
    unknown.removeAll(known);
    for (String answer : unknown) {
      String meant = DidYouMean.ask(answer, known);
      findings.add(
          shows
              + "which offers %s for %s, but its block %s does not know that; it knows %s%s"
                  .formatted(
                      answer,
                      field,
                      block,
                      String.join(", ", known),
                      meant.isEmpty()
                          ? "; an answer of your own belongs into a task and form of your own"
                          : meant));
    }
  }

  private void isOpen(String shows, JsonNode field) {
    boolean disabled = field.path("disabled").asBoolean();
    if (disabled || field.path("readonly").asBoolean()) {
      findings.add(
          shows
              + "in which nobody can answer %s; take the tick from %s"
                  .formatted(HouseForm.called(field), disabled ? "Disabled" : "Read only"));
    }
  }
}
