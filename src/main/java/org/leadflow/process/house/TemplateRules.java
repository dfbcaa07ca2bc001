package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;

/** What is filled into building blocks is what their templates allow. */
final class TemplateRules {

  private final HouseDiagram diagram;
  private final Templates templates;
  private final List<String> findings = new ArrayList<>();

  private TemplateRules(HouseDiagram diagram, Templates templates) {
    this.diagram = diagram;
    this.templates = templates;
  }

  /** Values with which a step would fail. */
  static List<String> stops(HouseDiagram diagram, Templates templates) {
    var rules = new TemplateRules(diagram, templates);
    for (ServiceTask task : diagram.all(ServiceTask.class)) {
      HouseDiagram.step(task).flatMap(templates::ofStep).ifPresent(it -> rules.filled(task, it));
    }
    return rules.findings;
  }

  /** Elements whose template Modeler does not know of. */
  static List<String> untidy(HouseDiagram diagram, Templates templates) {
    var rules = new TemplateRules(diagram, templates);
    for (ServiceTask task : diagram.all(ServiceTask.class)) {
      HouseDiagram.step(task).flatMap(templates::ofStep).ifPresent(it -> rules.chosen(task, it));
    }
    diagram.all(UserTask.class).forEach(rules::chosen);
    return rules.findings;
  }

  private void filled(ServiceTask task, Template template) {
    for (Template.Field field : template.fields()) {
      field
          .wrong(diagram.input(task, field.name()).orElse(""))
          .ifPresent(wrong -> findings.add(called(task) + ": \"" + field.label() + "\" " + wrong));
    }
    List<String> known = template.fields().stream().map(Template.Field::name).toList();
    diagram.below(task, CamundaInputParameter.class).stream()
        .map(CamundaInputParameter::getCamundaName)
        .filter(name -> !known.contains(name))
        .forEach(
            name ->
                findings.add(
                    called(task)
                        + " has the input "
                        + name
                        + ", which its building block does not read"
                        + (known.isEmpty() ? "" : BuildingBlocks.didYouMean(name, known))));
  }

  private void chosen(ServiceTask task, Template template) {
    chosen((FlowElement) task, template, HouseDiagram.template(task));
  }

  private void chosen(UserTask task) {
    String id = HouseDiagram.template(task);
    Optional<Template> template = templates.withId(String.valueOf(id));
    if (template.isEmpty()) {
      findings.add(called(task) + " has no known template; choose one with Select template");
    } else if (template.get().step().isPresent()) {
      findings.add(called(task) + " has the template of a step");
    } else {
      chosen(task, template.get(), id);
    }
  }

  private void chosen(FlowElement element, Template template, String id) {
    if (!template.id().equals(id)) {
      findings.add(
          called(element) + " has not the template \"" + template.name() + "\"; choose it");
    } else if (!template.version().equals(version(element))) {
      findings.add(
          called(element) + " has an older template \"" + template.name() + "\"; choose Update");
    }
  }

  private static String version(BaseElement element) {
    return element.getAttributeValueNs(HouseDiagram.CAMUNDA, "modelerTemplateVersion");
  }
}
