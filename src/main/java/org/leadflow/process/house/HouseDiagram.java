package org.leadflow.process.house;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** A diagram, read from its file, with words for messages. */
public final class HouseDiagram {

  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  private final ProcessFile file;
  private final BpmnModelInstance model;
  private final Map<Class<?>, List<?>> elements = new ConcurrentHashMap<>();
  private final Map<FlowNode, List<SequenceFlow>> outgoing = new HashMap<>();
  private final Map<FlowNode, List<SequenceFlow>> incoming = new HashMap<>();
  private final Map<FlowNode, List<BoundaryEvent>> events = new HashMap<>();

  HouseDiagram(ProcessFile file, BpmnModelInstance model) {
    this.file = file;
    this.model = model;
    // As the engine does: what stands at the nodes themselves may be missing or old.
    for (SequenceFlow flow : flows()) {
      outgoing.computeIfAbsent(flow.getSource(), node -> new ArrayList<>()).add(flow);
      incoming.computeIfAbsent(flow.getTarget(), node -> new ArrayList<>()).add(flow);
    }
    for (BoundaryEvent event : all(BoundaryEvent.class)) {
      events.computeIfAbsent(event.getAttachedTo(), node -> new ArrayList<>()).add(event);
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

  List<BoundaryEvent> eventsAt(FlowNode node) {
    return events.getOrDefault(node, List.of());
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

  /** Whether an element itself is given something by this name, as an input. */
  boolean hasInput(FlowNode node, String name) {
    return below(node, CamundaInputParameter.class).stream()
        .anyMatch(input -> name.equals(input.getCamundaName()));
  }

  /** What is written into a field of a step; empty when there is no such field. */
  public Optional<String> input(ServiceTask task, String name) {
    return below(task, CamundaInputParameter.class).stream()
        .filter(input -> name.equals(input.getCamundaName()))
        .map(input -> input.getTextContent().strip())
        .findFirst();
  }

  /** The constants that an element leaves behind, by variable; a flag is true or false. */
  Map<String, String> outputs(FlowNode node) {
    Map<String, String> outputs = new HashMap<>();
    for (CamundaOutputParameter output : below(node, CamundaOutputParameter.class)) {
      String value = output.getTextContent().strip();
      outputs.put(
          String.valueOf(output.getCamundaName()),
          value.matches("\\$\\{(true|false)}") ? value.substring(2, value.length() - 1) : value);
    }
    return outputs;
  }

  /** The blocks at a task for people on one event, such as {@code onComplete}, in their order. */
  List<String> listeners(UserTask task, String property) {
    List<String> blocks = new ArrayList<>();
    below(task, CamundaProperty.class).stream()
        .filter(it -> property.equals(it.getCamundaName()))
        .forEach(it -> blocks.addAll(TaskBlocks.names(it.getCamundaValue())));
    below(task, CamundaTaskListener.class).stream()
        .filter(
            it ->
                TaskBlocks.eventOf(property)
                    .filter(on -> on.equals(it.getCamundaEvent()))
                    .isPresent())
        .map(it -> nameIn(String.valueOf(it.getCamundaDelegateExpression())))
        .forEach(blocks::add);
    return blocks;
  }

  /** The name of the message that an event catches; empty when it waits for something else. */
  static Optional<String> message(Event event) {
    return event.getChildElementsByType(MessageEventDefinition.class).stream()
        .map(MessageEventDefinition::getMessage)
        .filter(Objects::nonNull)
        .map(message -> String.valueOf(message.getName()))
        .findFirst();
  }

  /** The id of the element template that was chosen for an element; null without one. */
  static @Nullable String template(BaseElement element) {
    return element.getAttributeValueNs(CAMUNDA, "modelerTemplate");
  }

  @SuppressWarnings("unchecked")
  public <E extends ModelElementInstance> List<E> all(Class<E> type) {
    // Nobody changes a diagram while it is looked at, and everybody asks again and again.
    return (List<E>)
        elements.computeIfAbsent(type, it -> List.copyOf(model.getModelElementsByType(type)));
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

  /** The same of what is in an element or is one; empty for what stands in none. */
  Optional<String> calledById(String id) {
    ModelElementInstance found = model.getModelElementById(id);
    while (found != null && !(found instanceof FlowElement) && !(found instanceof Process)) {
      found = found.getParentElement();
    }
    return Optional.ofNullable(found)
        .map(it -> it instanceof FlowElement element ? called(element) : "the process");
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
