package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.leadflow.process.lifecycle.LeadLifecycle;
import org.leadflow.process.opportunity.OpportunityPursuit;

/** A process is about a lead or about an opportunity, and so are its blocks. */
final class RecordRules {

  /** Every other block is for a lead. */
  static final Set<String> FOR_OPPORTUNITIES =
      Set.of(
          "enterStage", "winOpportunity", "loseOpportunity", "presentOpportunity", "checkClosing");

  private static final String INSTEAD = "; choose another template";
  private static final Set<String> FOR_BOTH = Set.of("callWebhook");

  private final BuildingBlocks blocks;
  private final HouseDiagram diagram;

  private RecordRules(HouseDiagram diagram, BuildingBlocks blocks) {
    this.diagram = diagram;
    this.blocks = blocks;
  }

  static List<String> findings(HouseDiagram diagram, House house, BuildingBlocks blocks) {
    var rules = new RecordRules(diagram, blocks);
    List<String> findings = new ArrayList<>();
    if (isBegun(LeadLifecycle.KEY, diagram, house)) {
      rules
          .wrong(true)
          .forEach(it -> findings.add(it + ", but this process is about a lead" + INSTEAD));
    }
    if (isBegun(OpportunityPursuit.KEY, diagram, house)) {
      rules
          .wrong(false)
          .forEach(it -> findings.add(it + ", but this process is about an opportunity" + INSTEAD));
    }
    return findings;
  }

  private Stream<String> wrong(boolean opportunity) {
    return diagram.nodes().stream()
        .flatMap(
            node ->
                blocks(node).stream()
                    .filter(this::isKnown)
                    .filter(block -> !FOR_BOTH.contains(block))
                    .filter(block -> FOR_OPPORTUNITIES.contains(block) == opportunity)
                    .findFirst()
                    .map(
                        block ->
                            "%s: the building block %s is for %s"
                                .formatted(
                                    called(node), block, opportunity ? "opportunities" : "leads"))
                    .stream());
  }

  private List<String> blocks(FlowNode node) {
    if (node instanceof UserTask task) {
      return diagram.listeners(task);
    }
    return node instanceof ServiceTask task ? HouseDiagram.step(task).stream().toList() : List.of();
  }

  private boolean isKnown(String block) {
    return blocks.steps().contains(block) || blocks.listeners().contains(block);
  }

  /** Whether it is this process, or one that this one calls. */
  private static boolean isBegun(String process, HouseDiagram diagram, House house) {
    return reached(process, house, new HashSet<>()).contains(diagram.id());
  }

  private static Set<String> reached(String process, House house, Set<String> reached) {
    if (reached.add(process)) {
      house.diagrams().stream()
          .filter(diagram -> diagram.id().equals(process))
          .flatMap(diagram -> diagram.all(CallActivity.class).stream())
          .forEach(call -> reached(String.valueOf(call.getCalledElement()), house, reached));
    }
    return reached;
  }
}
