package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;

/** Ids, labels and documentation: what lets one word stand for one thing everywhere. */
final class DiagramRules {

  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("startEvent", "StartEvent_"),
          Map.entry("endEvent", "EndEvent_"),
          Map.entry("boundaryEvent", "BoundaryEvent_"),
          Map.entry("intermediateCatchEvent", "IntermediateEvent_"),
          Map.entry("intermediateThrowEvent", "IntermediateEvent_"),
          Map.entry("userTask", "UserTask_"),
          Map.entry("serviceTask", "ServiceTask_"),
          Map.entry("callActivity", "CallActivity_"),
          Map.entry("exclusiveGateway", "Gateway_"),
          Map.entry("eventBasedGateway", "Gateway_"),
          Map.entry("sequenceFlow", "Flow_"));

  /** Where nobody waits any longer. */
  private static final String SAVED_BEFORE = "StartEvent_LeadRetried";

  /** Where a lead moves on by somebody else's change, which must neither wait nor fail for it. */
  private static final String SAVED_AFTER = "BoundaryEvent_DataCameElsewhere";

  /** What Modeler writes for the version that the product runs. */
  private static final String PLATFORM = "7.24.0";

  private static final Pattern WORDS = Pattern.compile("([A-Z][a-z]*)+");

  private final List<String> findings = new ArrayList<>();
  private final HouseDiagram diagram;

  private DiagramRules(HouseDiagram diagram) {
    this.diagram = diagram;
  }

  static List<String> findings(HouseDiagram diagram) {
    var rules = new DiagramRules(diagram);
    diagram.processes().forEach(rules::process);
    diagram.nodes().forEach(rules::node);
    diagram.nodes().forEach(rules::savePoint);
    diagram.all(ServiceTask.class).forEach(rules::words);
    diagram.flows().forEach(rules::flow);
    diagram.all(Message.class).forEach(rules::message);
    return rules.findings;
  }

  private void process(Process process) {
    require(process.getName() != null, "the process has no name");
    documented(process, "the process");
    require(
        !process.isCamundaStartableInTasklist(),
        "Tasklist offers to start the process; switch Startable off");
    String platform = CodeRules.platform(diagram, "executionPlatformVersion");
    require(
        platform.equals(PLATFORM),
        "was saved for Camunda %s; choose %s at the foot of the Modeler and save it again"
            .formatted(platform.isEmpty() ? "of an unknown version" : platform, PLATFORM));
  }

  private void savePoint(FlowNode node) {
    // The model has no asyncAfter for a gateway that waits for events.
    boolean after = !(node instanceof EventBasedGateway) && node.isCamundaAsyncAfter();
    require(
        node.isCamundaAsyncBefore() == node.getId().equals(SAVED_BEFORE)
            && after == node.getId().equals(SAVED_AFTER),
        "%s: a save point belongs before %s and after %s, and nowhere else"
            .formatted(called(node), SAVED_BEFORE, SAVED_AFTER));
  }

  private void words(ServiceTask task) {
    boolean hasField = !diagram.below(task, CamundaInputParameter.class).isEmpty();
    String label = runTogether(String.valueOf(task.getName()));
    String block = HouseDiagram.step(task).orElse("");
    require(
        hasField || block.isEmpty() || label.equalsIgnoreCase(block),
        called(task) + " calls ${" + block + "}; label and block must be the same words");
  }

  private void node(FlowNode node) {
    if (!PREFIXES.containsKey(node.getElementType().getTypeName())) {
      // That such an element cannot be used is said elsewhere.
      return;
    }
    id(node);
    documented(node, called(node));
    if (diagram.joins(node)) {
      require(
          node.getId().startsWith("Gateway_Before"),
          called(node) + " joins lines, so its id begins with Gateway_Before");
    } else {
      require(isLabelled(node), called(node) + " has no label");
    }
    if (isLabelled(node) && (node instanceof ServiceTask || node instanceof UserTask)) {
      String expected =
          PREFIXES.get(node.getElementType().getTypeName()) + runTogether(node.getName());
      require(
          node.getId().equals(expected) || isFoundByItsId(node),
          called(node) + " must have the id " + expected);
    }
  }

  /** Then only its label may be another. */
  private boolean isFoundByItsId(FlowNode node) {
    return node instanceof UserTask task
        && Expected.taskOf(diagram.listeners(task)).filter(node.getId()::equals).isPresent();
  }

  private void flow(SequenceFlow flow) {
    id(flow);
    if (diagram.outgoing(flow.getSource()).size() > 1) {
      String gateway = "a flow out of " + called(flow.getSource());
      require(isLabelled(flow), gateway + " has no label: " + flow.getId());
      documented(flow, gateway + ", " + flow.getId() + ",");
    } else {
      require(flow.getId().startsWith("Flow_To"), flow.getId() + " must begin with Flow_To");
    }
  }

  private void message(Message message) {
    require(
        !Expected.messages().contains(String.valueOf(message.getName()))
            || message.getId().equals("Message_" + message.getName()),
        "message " + message.getName() + " must have the id Message_" + message.getName());
    documented(message, "message " + message.getName());
  }

  private void id(FlowElement element) {
    String type = element.getElementType().getTypeName();
    String prefix = PREFIXES.get(type);
    if (!element.getId().startsWith(prefix)) {
      findings.add(called(element) + " needs an id that begins with " + prefix);
    } else if (!WORDS.matcher(element.getId().substring(prefix.length())).matches()) {
      findings.add(called(element) + " needs an id of words, such as " + prefix + "LeadReceived");
    }
  }

  private void documented(BaseElement element, String what) {
    boolean said =
        element.getDocumentations().stream().anyMatch(it -> !it.getTextContent().isBlank());
    require(said, what + " has no documentation");
  }

  private static boolean isLabelled(FlowElement element) {
    return element.getName() != null && !element.getName().isBlank();
  }

  static String runTogether(String label) {
    StringBuilder words = new StringBuilder();
    for (String word : label.strip().split("[^A-Za-z]+")) {
      if (word.isEmpty()) {
        continue;
      }
      words.append(word.substring(0, 1).toUpperCase()).append(word.substring(1));
    }
    return words.toString();
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      findings.add(otherwise);
    }
  }
}
