package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What a diagram calls, asks and hands over: building blocks, flags, forms, other processes. */
final class WiringRules {

  static final String NO_BLOCK = "calls no building block";

  private final List<String> findings = new ArrayList<>();
  private final HouseDiagram diagram;
  private final House house;
  private final BuildingBlocks blocks;

  private WiringRules(HouseDiagram diagram, House house, BuildingBlocks blocks) {
    this.diagram = diagram;
    this.house = house;
    this.blocks = blocks;
  }

  static List<String> findings(HouseDiagram diagram, House house, BuildingBlocks blocks) {
    var rules = new WiringRules(diagram, house, blocks);
    rules.oneProcessNamedLikeItsFile();
    diagram.processes().forEach(rules::runs);
    diagram.all(ServiceTask.class).forEach(rules::serviceTask);
    diagram.all(UserTask.class).forEach(rules::userTask);
    diagram.all(CallActivity.class).forEach(rules::callActivity);
    diagram.all(ExclusiveGateway.class).forEach(rules::gateway);
    diagram.all(CamundaExecutionListener.class).forEach(rules::noHiddenStep);
    diagram.nodes().forEach(rules::connected);
    return rules.findings;
  }

  private void oneProcessNamedLikeItsFile() {
    List<String> ids = diagram.processes().stream().map(Process::getId).toList();
    if (!ids.equals(List.of(diagram.id()))) {
      findings.add(
          "must hold exactly one process, with the id %s, but holds %s%s"
              .formatted(
                  diagram.id(),
                  ids,
                  ids.size() == 1 && house.has(ids.get(0) + ProcessFile.DIAGRAM)
                      ? "; is it a copy of " + ids.get(0) + ProcessFile.DIAGRAM + "?"
                      : ""));
    }
  }

  private void runs(Process process) {
    if (!process.isExecutable()) {
      findings.add("the process is not executable; switch Executable on");
    }
    String platform = CodeRules.platform(diagram, "executionPlatform");
    if (platform.contains("Cloud")) {
      findings.add("was made for Camunda 8; begin with a new diagram for Camunda 7");
    }
  }

  private void serviceTask(ServiceTask task) {
    HouseDiagram.step(task)
        .ifPresentOrElse(
            block -> step(task, block),
            () ->
                findings.add(called(task) + " " + NO_BLOCK + "; choose one with Select template"));
  }

  private void step(ServiceTask task, String block) {
    String written = task.getCamundaDelegateExpression().strip();
    String meant = block.replaceFirst("^=\\s*", "");
    if (!written.matches("[$#]\\{.*") && blocks.wrongStep(meant).isEmpty()) {
      add(
          called(task),
          "calls " + written + ", but a building block is called as ${" + meant + "}");
    } else {
      blocks.wrongStep(block).ifPresent(wrong -> add(called(task), wrong));
    }
  }

  private void userTask(UserTask task) {
    String form = HouseDiagram.form(task);
    if (form == null) {
      findings.add(called(task) + " shows no form");
    } else if (!house.has(form + ProcessFile.FORM)) {
      findings.add(
          "%s shows the form %s, but there is no %s.form%s"
              .formatted(
                  called(task),
                  form,
                  form,
                  DidYouMean.askOrTell(form, house.names(ProcessFile.FORM))));
    }
    if (form != null && !"latest".equals(task.getCamundaFormRefBinding())) {
      findings.add(called(task) + " must show the latest version of its form");
    }
    for (String block : diagram.listeners(task)) {
      blocks.wrongListener(block).ifPresent(wrong -> add(called(task), wrong));
    }
  }

  private void add(String element, String wrong) {
    findings.add(element + ": " + wrong);
  }

  private void noHiddenStep(CamundaExecutionListener listener) {
    findings.add(
        "%s calls %s from an execution listener, where nobody sees it; draw a step for it"
            .formatted(
                around(listener),
                Optional.ofNullable(listener.getCamundaDelegateExpression()).orElse("something")));
  }

  private static String around(ModelElementInstance inner) {
    ModelElementInstance around = inner.getParentElement();
    return around instanceof FlowElement element
        ? called(element)
        : around == null || around instanceof Process ? "the process" : around(around);
  }

  private void callActivity(CallActivity call) {
    String process = call.getCalledElement();
    // Of a call without a name the engine speaks.
    if (process != null && !house.has(process + ProcessFile.DIAGRAM)) {
      findings.add(
          "%s calls the process %s, but there is no %s.bpmn%s"
              .formatted(
                  called(call),
                  process,
                  process,
                  DidYouMean.askOrTell(process, house.names(ProcessFile.DIAGRAM))));
    }
    String binding = call.getCamundaCalledElementBinding();
    if (binding != null && !binding.equals("latest")) {
      findings.add(called(call) + " must call the latest version");
    }
    List<CamundaIn> given = diagram.below(call, CamundaIn.class);
    if (given.stream().noneMatch(it -> it.getCamundaBusinessKey() != null)) {
      findings.add(called(call) + " does not hand over the business key");
    }
    if (given.stream().anyMatch(it -> it.getCamundaVariables() != null)) {
      findings.add(called(call) + " hands over all variables; name those that are needed");
    }
  }

  private void gateway(ExclusiveGateway gateway) {
    if (diagram.outgoing(gateway).size() < 2) {
      return;
    }
    boolean asksForOneOfSeveral =
        diagram.outgoing(gateway).stream().anyMatch(flow -> condition(flow).contains("'"));
    if (asksForOneOfSeveral == (gateway.getDefault() != null)) {
      findings.add(
          called(gateway)
              + (asksForOneOfSeveral
                  ? ": several answers need no default flow; an unexpected one must be refused"
                  : ": yes or no needs a default flow"));
    }
    diagram.outgoing(gateway).stream()
        .filter(flow -> condition(flow).isEmpty() == !flow.equals(gateway.getDefault()))
        .forEach(
            flow ->
                findings.add(
                    "%s to %s must have a condition or be the default flow of %s"
                        .formatted(called(flow), called(flow.getTarget()), called(gateway))));
  }

  private void connected(FlowNode node) {
    boolean begins = node instanceof StartEvent || node instanceof BoundaryEvent;
    if (!begins && diagram.incoming(node).isEmpty()) {
      findings.add("no line leads to " + called(node) + ", so nothing ever gets there");
    }
    if (!(node instanceof EndEvent) && diagram.outgoing(node).isEmpty()) {
      findings.add("no line leads on from " + called(node) + "; draw one, or an end event");
    }
  }

  private static String condition(SequenceFlow flow) {
    var condition = flow.getConditionExpression();
    return condition == null ? "" : condition.getTextContent().strip();
  }
}
