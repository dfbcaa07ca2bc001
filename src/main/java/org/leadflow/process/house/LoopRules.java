package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/**
 * Every way round passes somebody or something that is waited for; otherwise it runs for ever. No
 * process calls itself, not even over others.
 */
final class LoopRules {

  private final Waiting waiting;
  private final HouseDiagram diagram;

  private LoopRules(HouseDiagram diagram, House house) {
    this.diagram = diagram;
    this.waiting = new Waiting(house);
  }

  static List<String> findings(HouseDiagram diagram, House house) {
    var rules = new LoopRules(diagram, house);
    List<String> findings = new ArrayList<>();
    Set<FlowNode> told = new HashSet<>();
    for (FlowNode node : diagram.nodes()) {
      Set<FlowNode> loop = rules.loopThrough(node);
      if (!loop.isEmpty() && told.addAll(loop)) {
        findings.add(
            "runs in a circle and waits for nobody: "
                + loop.stream().map(HouseDiagram::called).collect(Collectors.joining(", "))
                + "; put a task for people or a timer into it");
      }
    }
    for (CallActivity call : diagram.all(CallActivity.class)) {
      if (!isBegunByTheProduct(call, diagram) && rules.reaches(call, new HashSet<>())) {
        findings.add(
            "%s calls %s, which leads back to this process before it has ended; a lead would begin it again and again; let this process end, and let whoever called it decide what comes next"
                .formatted(called(call), call.getCalledElement()));
      }
    }
    return findings;
  }

  /** What the product begins is not the one that leads back. */
  private static boolean isBegunByTheProduct(CallActivity call, HouseDiagram diagram) {
    return Expected.PROCESSES.containsKey(diagram.id())
        && !diagram.id().equals(call.getCalledElement());
  }

  /** Whether a call comes back to this diagram. */
  private boolean reaches(CallActivity call, Set<String> calls) {
    String process = String.valueOf(call.getCalledElement());
    return process.equals(diagram.id())
        || calls.add(process)
            && waiting.house().calledBy(call).stream()
                .flatMap(called -> called.all(CallActivity.class).stream())
                .anyMatch(inner -> reaches(inner, calls));
  }

  /** The nodes from which and to which one gets without waiting; empty when it is on no circle. */
  private Set<FlowNode> loopThrough(FlowNode node) {
    Set<FlowNode> ahead = waiting.reached(diagram, node);
    return ahead.contains(node)
        ? ahead.stream()
            .filter(other -> waiting.reached(diagram, other).contains(node))
            .collect(Collectors.toCollection(LinkedHashSet::new))
        : Set.of();
  }
}
