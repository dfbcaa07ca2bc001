package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;

/**
 * An event that leaves its task open leads beside it, to steps that leave the lead where it is:
 * everything else would move it a second time.
 */
final class BesideRules {

  private BesideRules() {}

  static List<String> findings(HouseDiagram diagram, BuildingBlocks blocks) {
    List<String> findings = new ArrayList<>();
    for (BoundaryEvent event : diagram.all(BoundaryEvent.class)) {
      if (!event.cancelActivity()) {
        new Walk(diagram)
            .ahead(event, node -> false).stream()
                .filter(node -> !mayStandBeside(node, blocks))
                .findFirst()
                .ifPresent(node -> findings.add(twoPlaces(event, node)));
      }
    }
    return findings;
  }

  private static String twoPlaces(BoundaryEvent event, FlowNode node) {
    return ("%s leaves %s open, but leads to %s: then the lead would be at two places; lead it to steps"
            + " that leave the lead where it is, such as Remind owner, Notify owner or Call webhook,"
            + " and to an end event, or let the event interrupt the task")
        .formatted(called(event), called(event.getAttachedTo()), called(node));
  }

  private static boolean mayStandBeside(FlowNode node, BuildingBlocks blocks) {
    if (node instanceof ServiceTask task) {
      // Of a step that calls none of our blocks is told elsewhere.
      return HouseDiagram.step(task)
          .filter(block -> blocks.wrongStep(block).isEmpty())
          .map(LeadSteps.STAYING::contains)
          .orElse(true);
    }
    return node instanceof EndEvent
        || node instanceof ExclusiveGateway
        || node instanceof IntermediateThrowEvent;
  }
}
