package org.leadflow.process.house;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** Where things are drawn: shapes, labels outside of shapes, and the straight pieces of flows. */
record Drawing(
    Map<FlowNode, Box> shapes, Map<String, Box> labels, Map<SequenceFlow, List<Line>> lines) {

  /** A straight piece of a flow. */
  record Line(double x1, double y1, double x2, double y2) {

    boolean isStraight() {
      return x1 == x2 || y1 == y2;
    }

    Box box() {
      return new Box(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
    }

    /** Whether the two share a point. */
    boolean meets(Line other) {
      Box a = box();
      Box b = other.box();
      return a.left() <= b.right()
          && b.left() <= a.right()
          && a.top() <= b.bottom()
          && b.top() <= a.bottom();
    }

    /** Whether the two go through each other, not only touch. */
    boolean crosses(Line other) {
      Box a = box();
      Box b = other.box();
      return (a.left() < b.left()
              && b.right() < a.right()
              && b.top() < a.top()
              && a.bottom() < b.bottom())
          || (b.left() < a.left()
              && a.right() < b.right()
              && a.top() < b.top()
              && b.bottom() < a.bottom());
    }

    boolean runsThrough(Box shape) {
      Box line = box();
      return line.left() < shape.right()
          && shape.left() < line.right()
          && line.top() < shape.bottom()
          && shape.top() < line.bottom();
    }
  }

  static Drawing of(HouseDiagram diagram) {
    var drawing = new Drawing(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    for (BpmnShape shape : diagram.all(BpmnShape.class)) {
      if (shape.getBpmnElement() instanceof FlowNode node) {
        drawing.shapes.put(node, Box.of(shape.getBounds()));
        drawing.label(node.getId(), shape.getBpmnLabel());
      }
    }
    for (BpmnEdge edge : diagram.all(BpmnEdge.class)) {
      if (edge.getBpmnElement() instanceof SequenceFlow flow && edge.getWaypoints().size() > 1) {
        drawing.lines.put(flow, linesThrough(List.copyOf(edge.getWaypoints())));
        drawing.label(flow.getId(), edge.getBpmnLabel());
      }
    }
    return drawing;
  }

  /** What everything lies in. */
  Box around() {
    List<Box> all = new ArrayList<>(shapes.values());
    all.addAll(labels.values());
    lines.values().forEach(way -> way.forEach(line -> all.add(line.box())));
    return all.stream()
        .reduce(
            (one, other) ->
                new Box(
                    Math.min(one.left(), other.left()),
                    Math.min(one.top(), other.top()),
                    Math.max(one.right(), other.right()),
                    Math.max(one.bottom(), other.bottom())))
        .orElse(new Box(0, 0, 100, 100));
  }

  private void label(String id, BpmnLabel label) {
    if (label != null && label.getBounds() != null) {
      labels.put(id, Box.of(label.getBounds()));
    }
  }

  private static List<Line> linesThrough(List<Waypoint> points) {
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      Waypoint from = points.get(i - 1);
      Waypoint to = points.get(i);
      lines.add(new Line(from.getX(), from.getY(), to.getX(), to.getY()));
    }
    return lines;
  }
}
