package org.leadflow.process.house;

import static org.leadflow.process.house.HouseDiagram.called;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.leadflow.process.house.Drawing.Line;

/** A diagram is read from left to right, nothing lies on anything else, and lines do not cross. */
final class LayoutRules {

  private final List<String> findings = new ArrayList<>();
  private final HouseDiagram diagram;
  private final Drawing drawing;

  private LayoutRules(HouseDiagram diagram) {
    this.diagram = diagram;
    this.drawing = Drawing.of(diagram);
  }

  static List<String> findings(HouseDiagram diagram) {
    var rules = new LayoutRules(diagram);
    if (rules.everythingIsDrawn()) {
      rules.drawing.shapes().forEach(rules::size);
      rules.nothingOverlaps();
      diagram.flows().forEach(rules::flow);
      rules.noFlowsCross();
      rules.happyPathOnOneLine();
    }
    return rules.findings;
  }

  private boolean everythingIsDrawn() {
    diagram.nodes().stream()
        .filter(node -> !drawing.shapes().containsKey(node))
        .forEach(node -> findings.add(called(node) + " is not drawn"));
    diagram.flows().stream()
        .filter(flow -> !drawing.lines().containsKey(flow))
        .forEach(flow -> findings.add(called(flow) + " is not drawn"));
    return findings.isEmpty();
  }

  private void size(FlowNode node, Box box) {
    int width = node instanceof Activity ? 100 : node instanceof Gateway ? 50 : 36;
    int height = node instanceof Activity ? 80 : width;
    if (box.width() != width || box.height() != height) {
      findings.add(called(node) + " must be " + width + " wide and " + height + " high");
    }
    boolean labelOutside = node.getName() != null && !(node instanceof Activity);
    if (labelOutside && !drawing.labels().containsKey(node.getId())) {
      findings.add(called(node) + ": move its label once, so that its place is kept in the file");
    }
  }

  private void nothingOverlaps() {
    record Named(String name, Box box) {}
    List<Named> all = new ArrayList<>();
    // A boundary event lies on the border of its task by its nature.
    drawing.shapes().entrySet().stream()
        .filter(shape -> !(shape.getKey() instanceof BoundaryEvent))
        .forEach(shape -> all.add(new Named(called(shape.getKey()), shape.getValue())));
    drawing.labels().forEach((id, box) -> all.add(new Named("the label of " + id, box)));
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        if (all.get(i).box().overlaps(all.get(j).box())) {
          findings.add(all.get(i).name() + " lies on " + all.get(j).name());
        }
      }
    }
  }

  private void flow(SequenceFlow flow) {
    List<Line> lines = drawing.lines().get(flow);
    Box source = drawing.shapes().get(flow.getSource());
    Box target = drawing.shapes().get(flow.getTarget());
    Line first = lines.get(0);
    Line last = lines.get(lines.size() - 1);
    if (!source.isTouchedBy(first.x1(), first.y1()) || !target.isTouchedBy(last.x2(), last.y2())) {
      findings.add(called(flow) + " does not end at the shapes it connects");
    }
    if (!lines.stream().allMatch(Line::isStraight)) {
      findings.add(called(flow) + " runs askew");
    }
    if (target.middle() < source.middle() && !isPartOfALoop(flow)) {
      findings.add(called(flow) + " runs to the left and is no loop");
    }
    drawing.shapes().forEach((node, box) -> notThrough(flow, called(node), box));
    drawing.labels().forEach((id, box) -> notThrough(flow, "the label of " + id, box));
  }

  private void notThrough(SequenceFlow flow, String what, Box box) {
    if (drawing.lines().get(flow).stream().anyMatch(line -> line.runsThrough(box))) {
      findings.add(called(flow) + " runs through " + what);
    }
  }

  private void noFlowsCross() {
    List<SequenceFlow> flows = diagram.flows();
    for (int i = 0; i < flows.size(); i++) {
      for (int j = i + 1; j < flows.size(); j++) {
        SequenceFlow one = flows.get(i);
        SequenceFlow other = flows.get(j);
        // Flows that begin or end at one shape may share a piece of line there.
        boolean meetAtAShape =
            one.getSource().equals(other.getSource()) || one.getTarget().equals(other.getTarget());
        if (anyPair(one, other, meetAtAShape ? Line::crosses : Line::meets)) {
          findings.add(called(one) + " crosses " + called(other));
        }
      }
    }
  }

  private boolean anyPair(SequenceFlow one, SequenceFlow other, BiPredicate<Line, Line> test) {
    return drawing.lines().get(one).stream()
        .anyMatch(
            line -> drawing.lines().get(other).stream().anyMatch(next -> test.test(line, next)));
  }

  private void happyPathOnOneLine() {
    boolean found =
        diagram.all(StartEvent.class).stream()
            .anyMatch(start -> reachesAnEndOnTheLineOf(start, start, new HashSet<>()));
    if (!found) {
      findings.add("no way leads from a start straight to an end; put the happy path on one line");
    }
  }

  private boolean reachesAnEndOnTheLineOf(StartEvent start, FlowNode node, Set<FlowNode> seen) {
    boolean onLine = drawing.shapes().get(node).line() == drawing.shapes().get(start).line();
    return onLine
        && seen.add(node)
        && (node instanceof EndEvent
            || diagram.outgoing(node).stream()
                .anyMatch(flow -> reachesAnEndOnTheLineOf(start, flow.getTarget(), seen)));
  }

  private boolean isPartOfALoop(SequenceFlow flow) {
    return reaches(flow.getTarget(), flow.getSource(), new HashSet<>());
  }

  private boolean reaches(FlowNode from, FlowNode to, Set<FlowNode> seen) {
    return from.equals(to)
        || (seen.add(from)
            && diagram.outgoing(from).stream()
                .anyMatch(flow -> reaches(flow.getTarget(), to, seen)));
  }
}
