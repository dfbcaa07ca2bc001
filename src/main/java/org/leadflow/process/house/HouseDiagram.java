package org.leadflow.process.house;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** A diagram, read from its file, with words for messages. */
public final class HouseDiagram {

  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  private final ProcessFile file;
  private final BpmnModelInstance model;
  private final Map<FlowNode, List<SequenceFlow>> outgoing = new HashMap<>();
  private final Map<FlowNode, List<SequenceFlow>> incoming = new HashMap<>();

  HouseDiagram(ProcessFile file, BpmnModelInstance model) {
    this.file = file;
    this.model = model;
    // As the engine does: what stands at the nodes themselves may be missing or old.
    for (SequenceFlow flow : flows()) {
      outgoing.computeIfAbsent(flow.getSource(), node -> new ArrayList<>()).add(flow);
      incoming.computeIfAbsent(flow.getTarget(), node -> new ArrayList<>()).add(flow);
    }
  }

  /**
   * @throws RuntimeException when the file is no BPMN; the engine says so in words
   */
  static HouseDiagram read(ProcessFile file) {
    return new HouseDiagram(file, Bpmn.readModelFromStream(file.open()));
  }

  public ProcessFile file() {
    return file;
  }

  List<SequenceFlow> outgoing(FlowNode node) {
    return outgoing.getOrDefault(node, List.of());
  }

  List<SequenceFlow> incoming(FlowNode node) {
    return incoming.getOrDefault(node, List.of());
  }

  /** The file name without its ending, which is the id the process must have. */
  public String id() {
    return file.id();
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
    return all(UserTask.class).stream().map(task -> String.valueOf(form(task))).toList();
  }

  static @Nullable String form(UserTask task) {
    return task.getCamundaFormRef();
  }

  /** The building blocks that steps and listeners call. */
  Set<String> blocks() {
    Set<String> blocks = new TreeSet<>();
    all(ServiceTask.class).forEach(task -> step(task).ifPresent(blocks::add));
    all(UserTask.class).forEach(task -> blocks.addAll(listeners(task)));
    return blocks;
  }

  /** The block that a step calls; empty when it calls none. */
  public static Optional<String> step(ServiceTask task) {
    return Optional.ofNullable(task.getCamundaDelegateExpression()).map(HouseDiagram::nameIn);
  }

  /** The blocks at a task for people, in their order: those named by event, then the others. */
  List<String> listeners(UserTask task) {
    List<String> blocks = new ArrayList<>();
    for (CamundaProperty property : below(task, CamundaProperty.class)) {
      if (TaskBlocks.eventOf(property.getCamundaName()).isPresent()) {
        blocks.addAll(TaskBlocks.names(property.getCamundaValue()));
      }
    }
    below(task, CamundaTaskListener.class).stream()
        .map(CamundaTaskListener::getCamundaDelegateExpression)
        .filter(expression -> expression != null)
        .forEach(expression -> blocks.add(nameIn(expression)));
    return blocks;
  }

  /** What is written into a field of a step; empty when there is no such field. */
  public Optional<String> input(ServiceTask task, String name) {
    return below(task, CamundaInputParameter.class).stream()
        .filter(input -> name.equals(input.getCamundaName()))
        .map(input -> input.getTextContent().strip())
        .findFirst();
  }

  /** The id of the element template that was chosen for an element; null without one. */
  static @Nullable String template(BaseElement element) {
    return element.getAttributeValueNs(CAMUNDA, "modelerTemplate");
  }

  public <E extends ModelElementInstance> List<E> all(Class<E> type) {
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

  private static String nameIn(String expression) {
    return expression.strip().replaceAll("^[$#]\\{\\s*|\\s*}$", "");
  }

  /** How a message speaks of an element: by its label where it has one. */
  public static String called(FlowElement element) {
    String type = element.getElementType().getTypeName();
    String label = element.getName();
    return label == null || label.isBlank()
        ? type + " " + element.getId()
        : type + " \"" + label.strip().replaceAll("\\s+", " ") + "\" (" + element.getId() + ")";
  }

  /** Whether a gateway only brings lines together. */
  boolean joins(FlowNode node) {
    return node instanceof Gateway && outgoing(node).size() < 2;
  }

  /** The words of a list as they are written in one field. */
  static List<String> words(String list) {
    return Arrays.stream(list.split("[,\\s]+")).filter(word -> !word.isEmpty()).toList();
  }
}
