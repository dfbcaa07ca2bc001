package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import java.util.ArrayList;
import java.util.List;
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

  /** Values with which a step would fail, and tasks that have lost what their template brings. */
  static List<String> stops(HouseDiagram diagram, House house, Templates templates) {
    var rules = new TemplateRules(diagram, templates);
    var tasks = new TaskTemplates(diagram, house, templates);
    diagram.all(UserTask.class).forEach(task -> rules.findings.addAll(tasks.findings(task)));
    for (ServiceTask task : diagram.all(ServiceTask.class)) {
      HouseDiagram.step(task).flatMap(templates::ofStep).ifPresent(it -> rules.filled(task, it));
    }
    return rules.findings;
  }

  /** Elements whose template Modeler does not know of. */
  static List<String> untidy(HouseDiagram diagram, House house, Templates templates) {
    var rules = new TemplateRules(diagram, templates);
    var tasks = new TaskTemplates(diagram, house, templates);
    for (ServiceTask task : diagram.all(ServiceTask.class)) {
      HouseDiagram.step(task).flatMap(templates::ofStep).ifPresent(it -> rules.chosen(task, it));
    }
    diagram.all(UserTask.class).forEach(task -> rules.chosen(task, tasks));
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
                        + DidYouMean.askOrTell(name, known)));
  }

  private void chosen(ServiceTask task, Template template) {
    chosen((FlowElement) task, template, HouseDiagram.template(task));
  }

  /** Without a template it may still be like one; otherwise it stops. */
  private void chosen(UserTask task, TaskTemplates tasks) {
    tasks
        .chosen(task)
        .ifPresentOrElse(
            template -> chosen(task, template, template.id()),
            () -> {
              if (tasks.isLikeOne(task)) {
                findings.add(
                    called(task) + " has no known template; choose one with Select template");
              }
            });
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
