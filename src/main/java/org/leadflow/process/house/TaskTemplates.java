package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;

/** What a task for people is given beside what its template brings, or has lost of it. */
final class TaskTemplates {

  private static final List<String> EVENTS = List.of("onCreate", "onAssignment", "onComplete");
  private static final String FORM = "camunda:formRef";

  /** About the binding of the form another rule speaks. */
  private static final Set<String> SAID = Set.of("camunda:formRefBinding");

  /** Who gets a task, until when it is due and how urgent it is: attribute and name in Modeler. */
  private record Written(String attribute, String name, Function<UserTask, String> value) {}

  private static final List<Written> WHO =
      List.of(
          new Written("camunda:assignee", "Assignee", UserTask::getCamundaAssignee),
          new Written(
              "camunda:candidateUsers", "Candidate users", UserTask::getCamundaCandidateUsers),
          new Written(
              "camunda:candidateGroups", "Candidate groups", UserTask::getCamundaCandidateGroups));
  private static final List<Written> WHEN =
      List.of(
          new Written("camunda:dueDate", "Due date", UserTask::getCamundaDueDate),
          new Written("camunda:followUpDate", "Follow up date", UserTask::getCamundaFollowUpDate),
          new Written("camunda:priority", "Priority", UserTask::getCamundaPriority));

  private final HouseDiagram diagram;
  private final House house;
  private final Templates templates;

  TaskTemplates(HouseDiagram diagram, House house, Templates templates) {
    this.diagram = diagram;
    this.house = house;
    this.templates = templates;
  }

  /** The template that was chosen; empty when none is known that is for people. */
  Optional<Template> chosen(UserTask task) {
    return templates
        .withId(String.valueOf(HouseDiagram.template(task)))
        .filter(template -> template.step().isEmpty());
  }

  /** Whether a task has all that some template brings, though none was chosen. */
  boolean isLikeOne(UserTask task) {
    return templates.all().stream()
        .filter(template -> template.step().isEmpty())
        .anyMatch(template -> against(task, template).isEmpty());
  }

  /** What would go wrong with a task in the running product. */
  List<String> findings(UserTask task) {
    List<String> findings = new ArrayList<>();
    Optional<Template> chosen = chosen(task);
    if (chosen.isPresent()) {
      findings.addAll(against(task, chosen.get()));
    } else if (!isLikeOne(task)) {
      findings.add(
          "is no building block, so that nobody would be given it, or could see which lead it is"
              + " about; choose one with Select template, such as Ask owner or Ask team");
    }
    for (Written field : WHEN) {
      if (field.value().apply(task) != null) {
        findings.add(
            "has the %s %s, but its building block sets that; delete it"
                .formatted(field.name().toLowerCase(Locale.ROOT), field.value().apply(task)));
      }
    }
    return findings.stream().map(it -> called(task) + ": " + it).toList();
  }

  private List<String> against(UserTask task, Template template) {
    List<String> findings = new ArrayList<>();
    for (String event : EVENTS) {
      listeners(diagram.listeners(task, event), template.listeners(event), event, template)
          .ifPresent(findings::add);
    }
    if (diagram.below(task, CamundaTaskListener.class).stream().anyMatch(this::isOfNoEvent)) {
      findings.add("has a task listener that no template brings; delete it");
    }
    template
        .bound("property")
        .filter(field -> !SAID.contains(field.name()))
        .forEach(
            field -> {
              String value = Optional.ofNullable(value(task, field.name())).orElse("");
              boolean missing = field.name().equals(FORM) && !house.has(value + ProcessFile.FORM);
              if (!missing) {
                wrong(field, value, template).ifPresent(findings::add);
              }
            });
    Set<String> bound = new TreeSet<>();
    template.bound("property").forEach(field -> bound.add(field.name()));
    for (Written field : WHO) {
      String value = field.value().apply(task);
      if (value != null && !bound.contains(field.attribute())) {
        findings.add(
            "has the %s %s, but who gets it is decided by its building block \"%s\"; delete it"
                .formatted(field.name().toLowerCase(Locale.ROOT), value, template.name()));
      }
    }
    return findings;
  }

  private static Optional<String> listeners(
      List<String> has, List<String> brought, String event, Template template) {
    if (has.equals(brought)) {
      return Optional.empty();
    }
    List<String> lost = new ArrayList<>(brought);
    lost.removeAll(has);
    List<String> added = new ArrayList<>(has);
    added.removeAll(brought);
    String what =
        !lost.isEmpty()
            ? "has lost " + String.join(", ", lost)
            : !added.isEmpty()
                ? "also calls " + String.join(", ", added)
                : "calls its listeners in another order";
    return Optional.of(
        "%s: its building block \"%s\" comes with %s %s; choose it once more"
            .formatted(
                what,
                template.name(),
                event,
                brought.isEmpty() ? "empty" : String.join(", ", brought)));
  }

  private boolean isOfNoEvent(CamundaTaskListener listener) {
    return EVENTS.stream()
        .noneMatch(
            event ->
                TaskBlocks.eventOf(event)
                    .filter(name -> name.equals(listener.getCamundaEvent()))
                    .isPresent());
  }

  private static Optional<String> wrong(Template.Field field, String value, Template template) {
    String name = field.label().isEmpty() ? field.name().replace("camunda:", "") : field.label();
    Optional<String> wrong =
        field.isFixed() && !field.values().contains(value)
            ? Optional.of(
                "must be %s, as its building block \"%s\" has it, but is %s"
                    .formatted(
                        field.values().get(0), template.name(), value.isEmpty() ? "empty" : value))
            : field.wrong(value);
    return wrong.map(it -> "\"" + name + "\" " + it);
  }

  private static String value(UserTask task, String attribute) {
    return task.getAttributeValueNs(
        HouseDiagram.CAMUNDA, attribute.substring(attribute.indexOf(':') + 1));
  }
}
