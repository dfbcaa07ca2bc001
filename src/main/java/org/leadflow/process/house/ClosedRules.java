package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * What a process says of a lead is true, and what closes a lead says so: otherwise a lead would be
 * worked by nobody, or by somebody whose every answer is refused.
 */
final class ClosedRules {

  private final Set<String> findings = new LinkedHashSet<>();
  private final HouseDiagram diagram;
  private final BlockRows rows;
  private final StepsAt steps;
  private final Closings closings;
  private final Walk walk;

  private ClosedRules(HouseDiagram diagram, House house, BlockRows rows) {
    this.diagram = diagram;
    this.rows = rows;
    this.steps = new StepsAt(house);
    this.closings = new Closings(house);
    this.walk = new Walk(diagram);
  }

  static List<String> findings(HouseDiagram diagram, House house, BlockRows rows) {
    var rules = new ClosedRules(diagram, house, rows);
    diagram.nodes().forEach(rules::says);
    diagram.all(ServiceTask.class).forEach(rules::closes);
    diagram.all(ServiceTask.class).forEach(rules::takes);
    diagram.all(CallActivity.class).forEach(rules::mayClose);
    return List.copyOf(rules.findings);
  }

  /** What a node says of a lead is done on every way to it. */
  private void says(FlowNode node) {
    diagram
        .outputs(node)
        .forEach(
            (variable, value) -> {
              Set<String> doing =
                  LeadSteps.SAID.getOrDefault(variable, Map.of()).getOrDefault(value, Set.of());
              if (!doing.isEmpty() && mayComeWithout(doing, node)) {
                findings.add(
                    ("%s says that %s is %s, but a lead may get there without the step %s, and then"
                            + " it stays open with nobody to work it; put that step before it")
                        .formatted(called(node), variable, value, LeadSteps.inWords(doing)));
              }
            });
  }

  private boolean mayComeWithout(Set<String> doing, FlowNode node) {
    return !steps.any(node, doing)
        && walk.back(node, before -> steps.any(before, doing)).stream()
            .anyMatch(before -> before instanceof StartEvent);
  }

  private void closes(ServiceTask step) {
    closings
        .by(diagram, step)
        .ifPresent(
            known -> {
              goesOn(step, known)
                  .ifPresent(
                      next ->
                          findings.add(
                              "%s closes the lead, which then comes to %s, where nothing can be done with a closed lead; lead it to an end event"
                                  .formatted(called(step), called(next))));
              if (!closings.isSaid(diagram, known)) {
                findings.add(
                    "%s closes the lead, but %s; give it an Output %s"
                        .formatted(
                            called(step),
                            "who called the process does not hear of it and goes on with the lead",
                            closings.missing(diagram, step)));
              }
            });
  }

  private void takes(ServiceTask step) {
    if (StepsAt.calls(step, LeadSteps.TAKING)
        && closings.handedBack(diagram).contains(LeadSteps.DECIDE_AGAIN)
        && !"true".equals(closings.behind(diagram, step).get(LeadSteps.DECIDE_AGAIN))) {
      findings.add(
          "%s takes the lead from the partner, but who called the process does not hear of it, and nobody else would get the lead; give it an Output %s with ${true}"
              .formatted(called(step), LeadSteps.DECIDE_AGAIN));
    }
  }

  private void mayClose(CallActivity call) {
    for (Map<String, String> known : closings.by(diagram, call)) {
      goesOn(call, known)
          .ifPresent(
              next ->
                  findings.add(
                      "%s may close the lead, which then comes to %s all the same; let the call hand back what says so (Out mappings), such as leadClosed, and a gateway behind it ask for it"
                          .formatted(called(call), called(next))));
    }
  }

  /** The first place at which a closed lead comes to somebody who can do nothing with it. */
  private Optional<FlowNode> goesOn(FlowNode from, Map<String, String> known) {
    return walk.ahead(from, known, node -> false).stream()
        .filter(this::needsAnOpenLead)
        .findFirst();
  }

  private boolean needsAnOpenLead(FlowNode node) {
    if (node instanceof UserTask task) {
      return diagram.listeners(task).stream().anyMatch(rows::needsAnOpenLead);
    }
    return steps.any(node, LeadSteps.ON_OPEN_LEADS);
  }
}
