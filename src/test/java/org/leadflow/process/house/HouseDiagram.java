package org.leadflow.process.house;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A diagram, read from its file, with words for messages. */
record HouseDiagram(Path file, String xml, BpmnModelInstance model) {

  private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");

  static HouseDiagram read(Path file) {
    return new HouseDiagram(file, House.text(file), Bpmn.readModelFromFile(file.toFile()));
  }

  /** The file name without its ending, which is the id the process must have. */
  String id() {
    return name().replaceFirst("\\.bpmn$", "");
  }

  String name() {
    return file.getFileName().toString();
  }

  List<Process> processes() {
    return all(Process.class);
  }

  List<FlowNode> nodes() {
    return all(FlowNode.class);
  }

  List<SequenceFlow> flows() {
    return all(SequenceFlow.class);
  }

  List<String> forms() {
    return all(UserTask.class).stream().map(UserTask::getCamundaFormRef).toList();
  }

  /** The building blocks that steps and listeners call. */
  Set<String> blocks() {
    Set<String> blocks = new TreeSet<>();
    DELEGATE.matcher(xml).results().forEach(match -> blocks.add(match.group(1)));
    return blocks;
  }

  <E extends ModelElementInstance> List<E> all(Class<E> type) {
    return List.copyOf(model.getModelElementsByType(type));
  }

  /** Extension elements of a type, at any depth below an element. */
  <E extends ModelElementInstance> List<E> below(ModelElementInstance element, Class<E> type) {
    return all(type).stream().filter(it -> isBelow(it, element)).toList();
  }

  private static boolean isBelow(ModelElementInstance inner, ModelElementInstance outer) {
    ModelElementInstance parent = inner.getParentElement();
    return parent != null && (parent.equals(outer) || isBelow(parent, outer));
  }

  /** How a message speaks of an element: by its label where it has one. */
  static String called(FlowElement element) {
    String type = element.getElementType().getTypeName();
    String label = element.getName();
    return label == null || label.isBlank()
        ? type + " " + element.getId()
        : type + " \"" + label + "\" (" + element.getId() + ")";
  }

  /** Whether a gateway only brings lines together. */
  static boolean joins(FlowNode node) {
    return node instanceof Gateway && node.getOutgoing().size() < 2;
  }
}
