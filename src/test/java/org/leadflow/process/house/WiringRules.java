package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;

/** What a diagram calls, asks and hands over: building blocks, flags, forms, other processes. */
final class WiringRules {

  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");
  private static final Pattern ALLOWED =
      Pattern.compile(
          "\\$\\{\\w+}|\\$\\{\\w+ == (true|'\\w+')}|#\\{execution\\.processBusinessKey}");
  private static final Pattern CODE =
      Pattern.compile(
          "<bpmn:scriptTask|<camunda:(script|connector)\\b"
              + "|camunda:(class|expression|type|resultVariable|variableMapping\\w*)=| class=| expression=");

  private final List<String> findings = new ArrayList<>();
  private final HouseDiagram diagram;
  private final House house;

  private WiringRules(HouseDiagram diagram, House house) {
    this.diagram = diagram;
    this.house = house;
  }

  static List<String> findings(HouseDiagram diagram, House house) {
    var rules = new WiringRules(diagram, house);
    rules.noCode();
    rules.knownBlocks();
    diagram.nodes().forEach(rules::savePoint);
    diagram.all(ServiceTask.class).forEach(rules::serviceTask);
    diagram.all(UserTask.class).forEach(rules::userTask);
    diagram.all(CallActivity.class).forEach(rules::callActivity);
    diagram.all(ExclusiveGateway.class).forEach(rules::gateway);
    return rules.findings;
  }

  private void noCode() {
    CODE.matcher(diagram.xml())
        .results()
        .map(MatchResult::group)
        .forEach(code -> findings.add("uses " + code.strip() + "…; call a building block instead"));
    EXPRESSION
        .matcher(diagram.xml())
        .results()
        .map(MatchResult::group)
        .filter(expression -> !ALLOWED.matcher(expression).matches())
        .forEach(
            it -> findings.add("decides in an expression: " + it + "; ask for a flag instead"));
  }

  private void knownBlocks() {
    for (String block : diagram.blocks()) {
      if (!house.blocks().containsKey(block)) {
        findings.add("calls ${%s}; known blocks are %s".formatted(block, house.blocks().keySet()));
      }
    }
  }

  private void savePoint(FlowNode node) {
    boolean retried = node.getId().equals("StartEvent_LeadRetried");
    // The model has no asyncAfter for a gateway that waits for events.
    boolean after = !(node instanceof EventBasedGateway) && node.isCamundaAsyncAfter();
    if (node.isCamundaAsyncBefore() != retried || after) {
      findings.add(
          called(node) + ": a save point belongs on StartEvent_LeadRetried and nowhere else");
    }
  }

  private void serviceTask(ServiceTask task) {
    String block = String.valueOf(task.getCamundaDelegateExpression()).replaceAll("[${}]", "");
    boolean hasInput = !diagram.below(task, CamundaInputParameter.class).isEmpty();
    String label = DiagramRules.runTogether(String.valueOf(task.getName()));
    if (!hasInput && !label.equalsIgnoreCase(block)) {
      findings.add(
          called(task) + " calls ${" + block + "}; label and block must be the same words");
    }
  }

  private void userTask(UserTask task) {
    String form = task.getCamundaFormRef();
    if (form == null || !house.has(form + ".form")) {
      findings.add(called(task) + " shows the form " + form + ", but there is no such file");
    }
    if (!"latest".equals(task.getCamundaFormRefBinding())) {
      findings.add(called(task) + " must show the latest version of its form");
    }
  }

  private void callActivity(CallActivity call) {
    if (!house.has(call.getCalledElement() + ".bpmn")) {
      findings.add(
          called(call) + " calls " + call.getCalledElement() + ", but there is no such file");
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
    if (gateway.getOutgoing().size() < 2) {
      return;
    }
    boolean asksForOneOfSeveral =
        gateway.getOutgoing().stream().anyMatch(flow -> condition(flow).contains("'"));
    if (asksForOneOfSeveral == (gateway.getDefault() != null)) {
      findings.add(
          called(gateway)
              + (asksForOneOfSeveral
                  ? ": several answers need no default flow; an unexpected one must be refused"
                  : ": yes or no needs a default flow"));
    }
    gateway.getOutgoing().stream()
        .filter(flow -> condition(flow).isEmpty() == !flow.equals(gateway.getDefault()))
        .forEach(
            flow -> findings.add(flow.getId() + " must have a condition or be the default flow"));
  }

  private static String condition(SequenceFlow flow) {
    var condition = flow.getConditionExpression();
    return condition == null ? "" : condition.getTextContent();
  }
}
