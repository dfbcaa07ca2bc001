package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * All our diagrams on a real engine in memory, with a stand-in for every building block, so that a
 * test can force any way through them. After the last test of a class every flow of its process
 * must have been taken.
 */
final class StandInEngine
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

  /** Its lock: the classes that use it follow one another. */
  static final String SHARED = "the stand-in engine";

  private static final House HOUSE = House.at("processes");
  private static final Set<String> TAKEN = new TreeSet<>();
  private static final Map<String, StandIn> BLOCKS = new HashMap<>();
  private static final ProcessEngine ENGINE = start();

  private final String process;
  private int tests;

  private StandInEngine(String process) {
    this.process = process;
  }

  static StandInEngine covering(String process) {
    return new StandInEngine(process);
  }

  /** What a block does from now on in this test; otherwise it does nothing. */
  void when(String block, Consumer<VariableScope> does) {
    assertThat(BLOCKS).containsKey(block);
    BLOCKS.get(block).does = does;
  }

  void sets(String block, String variable, Object value) {
    when(block, scope -> scope.setVariable(variable, value));
  }

  void sets(String block, Map<String, Object> variables) {
    when(block, scope -> variables.forEach(scope::setVariable));
  }

  /** The blocks called in this test, in order. */
  List<String> called() {
    return StandIn.CALLED;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    TAKEN.clear();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    tests++;
    StandIn.CALLED.clear();
    BLOCKS.values().forEach(block -> block.does = scope -> {});
    BpmnAwareTests.init(ENGINE);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    ENGINE.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list().stream()
        .map(instance -> instance.getId())
        .forEach(id -> ENGINE.getRuntimeService().deleteProcessInstance(id, "test is over"));
    BpmnAwareTests.reset();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    long all =
        Arrays.stream(context.getRequiredTestClass().getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .count();
    if (tests == all) {
      Set<String> missed = flowsOf(process);
      missed.removeAll(TAKEN);
      assertThat(missed).as("flows that no test of " + process + " takes").isEmpty();
    }
  }

  private static Set<String> flowsOf(String process) {
    Set<String> flows = new TreeSet<>();
    HOUSE.diagrams().stream()
        .filter(diagram -> diagram.id().equals(process))
        .forEach(
            diagram ->
                diagram.flows().stream()
                    // What a gateway waits for is the event behind such a flow; nothing takes it.
                    .filter(flow -> !(flow.getSource() instanceof EventBasedGateway))
                    .forEach(flow -> flows.add(process + "/" + flow.getId())));
    assertThat(flows).isNotEmpty();
    return flows;
  }

  private static ProcessEngine start() {
    HOUSE.diagrams().stream()
        .flatMap(diagram -> diagram.blocks().stream())
        .forEach(block -> BLOCKS.put(block, new StandIn(block)));
    ProcessEngine engine =
        InMemoryEngine.with(
            new HashMap<>(BLOCKS),
            new TaskBlocks(),
            new FlowRecorder(),
            new PathRecorder(TakenPaths.Layer.STAND_INS));
    var deployment = engine.getRepositoryService().createDeployment();
    HOUSE.files().forEach(it -> deployment.addInputStream(it.name(), it.open()));
    deployment.deploy();
    return engine;
  }

  private static final class StandIn implements JavaDelegate, TaskListener {

    private static final List<String> CALLED = new ArrayList<>();

    private final String name;
    private Consumer<VariableScope> does = scope -> {};

    StandIn(String name) {
      this.name = name;
    }

    @Override
    public void execute(DelegateExecution execution) {
      act(execution);
    }

    @Override
    public void notify(DelegateTask task) {
      act(task);
    }

    private void act(VariableScope scope) {
      CALLED.add(name);
      does.accept(scope);
    }
  }

  private static final class FlowRecorder extends AbstractBpmnParseListener {

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
      flow.addListener(
          ExecutionListener.EVENTNAME_TAKE,
          (ExecutionListener)
              execution ->
                  TAKEN.add(
                      execution.getProcessDefinitionId().replaceFirst(":.*", "")
                          + "/"
                          + execution.getCurrentTransitionId()));
    }
  }
}
