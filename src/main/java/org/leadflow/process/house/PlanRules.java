package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * A plan of what a lead will become holds in its transaction only, and an approval is answered
 * once: what needs one comes behind the step that makes it, with nothing that waits between them.
 */
final class PlanRules {

  private static final String PLAN = "planConversion";
  private static final String ASK = "askForApproval";
  private static final String CHECK = "checkApproval";
  private static final String QUALIFY = "qualifyLead";
  private static final List<String> CREATED =
      List.of("createOpportunity", "createContact", "createAccount");

  private final HouseDiagram diagram;
  private final Waiting waiting;
  private final Set<String> findings = new LinkedHashSet<>();

  private PlanRules(HouseDiagram diagram, House house) {
    this.diagram = diagram;
    this.waiting = new Waiting(house);
  }

  static List<String> findings(HouseDiagram diagram, House house) {
    var rules = new PlanRules(diagram, house);
    Set<FlowNode> told = new HashSet<>();
    rules.steps(QUALIFY).forEach(step -> rules.carriedOut(step, told));
    CREATED.forEach(block -> rules.steps(block).forEach(it -> rules.carriedOut(it, told)));
    diagram.all(UserTask.class).stream().filter(rules::approves).forEach(rules::approved);
    rules.steps(PLAN).forEach(rules::qualified);
    rules.steps(QUALIFY).forEach(rules::late);
    return new ArrayList<>(rules.findings);
  }

  private void carriedOut(ServiceTask step, Set<FlowNode> told) {
    if (steps(PLAN).isEmpty()) {
      findings.add(called(step) + " needs the step Plan conversion before it");
      return;
    }
    Set<FlowNode> between = before(step, this::plans, this::stays);
    if (step.isCamundaAsyncBefore()) {
      between.add(step);
    }
    for (FlowNode node : between) {
      if ((node == step || stays(node)) && told.add(node)) {
        findings.add(
            "%s: a lead may stay here between Plan conversion and %s, and what was planned is lost; %s"
                .formatted(
                    called(node),
                    called(step),
                    waiting.mayWait(node)
                        ? "put it before Plan conversion"
                        : "take its save point (Asynchronous continuations) away"));
      } else if (node instanceof StartEvent) {
        findings.add(called(step) + " can be reached without the step Plan conversion before it");
      }
    }
  }

  private void approved(UserTask task) {
    for (FlowNode node : before(task, calls(ASK), this::isAnswered)) {
      if (isAnswered(node) || node instanceof StartEvent) {
        findings.add(
            "%s comes behind %s, where nothing is to be approved, so that nobody could answer it;"
                    .formatted(called(task), called(node))
                + " put the step Ask for approval before it, one for each");
      }
    }
  }

  /** What was created would belong to a lead that is open and that nobody has. */
  private void qualified(ServiceTask plan) {
    new Walk(diagram)
        .ahead(plan, this::endsThePlan).stream()
            .filter(EndEvent.class::isInstance)
            .forEach(
                end ->
                    findings.add(
                        "%s can be reached from %s without the step Qualify lead, and then the lead stays open with nobody to work it; put the step between them"
                            .formatted(called(end), called(plan))));
  }

  private boolean endsThePlan(FlowNode node) {
    return calls(QUALIFY).test(node) || calls(PLAN).test(node) || stays(node);
  }

  private void late(ServiceTask step) {
    new Walk(diagram)
        .ahead(step, calls(PLAN)).stream()
            .filter(node -> StepsAt.calls(node, CREATED))
            .findFirst()
            .ifPresent(
                late ->
                    findings.add(
                        "%s comes behind %s, which ends what was planned; put it between Plan conversion and %s"
                            .formatted(called(late), called(step), called(step))));
  }

  private boolean plans(FlowNode node) {
    boolean saved = node instanceof ServiceTask task && task.isCamundaAsyncAfter();
    return calls(PLAN).test(node) && !saved;
  }

  private boolean approves(UserTask task) {
    return diagram.listeners(task).contains(CHECK);
  }

  private boolean isAnswered(FlowNode node) {
    return calls("recordApproval").test(node)
        || calls("sendBackLead").test(node)
        || (node instanceof UserTask task && approves(task));
  }

  private boolean stays(FlowNode node) {
    return waiting.mayWait(node) || isSaved(node);
  }

  private static boolean isSaved(FlowNode node) {
    // The model has no asyncAfter for a gateway that waits for events.
    return node.isCamundaAsyncBefore()
        || (!(node instanceof EventBasedGateway) && node.isCamundaAsyncAfter());
  }

  private List<ServiceTask> steps(String block) {
    return diagram.all(ServiceTask.class).stream().filter(calls(block)).toList();
  }

  private static Predicate<FlowNode> calls(String block) {
    return node ->
        node instanceof ServiceTask task
            && HouseDiagram.step(task).filter(block::equals).isPresent();
  }

  /**
   * The nodes on the ways to one, back to where they are as they must be, or cannot be any more.
   */
  private Set<FlowNode> before(
      FlowNode node, Predicate<FlowNode> right, Predicate<FlowNode> wrong) {
    Set<FlowNode> seen = new LinkedHashSet<>();
    goBack(node, right, wrong, seen);
    return seen;
  }

  private void goBack(
      FlowNode from, Predicate<FlowNode> right, Predicate<FlowNode> wrong, Set<FlowNode> seen) {
    for (SequenceFlow flow : diagram.incoming(from)) {
      FlowNode node = flow.getSource();
      if (!right.test(node) && seen.add(node) && !wrong.test(node)) {
        goBack(node, right, wrong, seen);
      }
    }
  }
}
