package org.leadflow.process.house;

import static java.util.Locale.ROOT;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * A diagram as an SVG, drawn from its own layout and always the same for the same file. Elements
 * may be marked with colours and a few words.
 */
public final class Picture {

  private static final int MARGIN = 20;

  /** The size of what is said of an element. */
  private static final int WORDS = 11;

  private static final String CLOCK = "<circle r='9'/><path d='M0,-6 V0 L4,3'/>".replace('\'', '"');
  private static final String LETTER =
      "<path d='M-8,-5 H8 V6 H-8 Z M-8,-5 L0,1 L8,-5'/>".replace('\'', '"');
  private static final String GEAR =
      ("<circle cx='9' cy='9' r='3'/><circle cx='9' cy='9' r='6'"
              + " stroke-dasharray='3.1 1.6' stroke-width='2.4'/>")
          .replace('\'', '"');
  private static final String PERSON =
      "<circle cx='9' cy='6' r='3.4'/><path d='M2,17 Q2,10 9,10 Q16,10 16,17 Z'/>"
          .replace('\'', '"');
  private static final String PLUS =
      "<rect x='43' y='64' width='14' height='14'/><path d='M50,67 V75 M46,71 H54'/>"
          .replace('\'', '"');
  private static final Map<Class<? extends FlowNode>, String> MARKS =
      Map.of(UserTask.class, PERSON, ServiceTask.class, GEAR, CallActivity.class, PLUS);

  private final StringBuilder svg = new StringBuilder();
  private final Drawing drawing;
  private final String arrow;
  private final Map<String, Mark> marks;

  private Picture(Drawing drawing, String arrow, Map<String, Mark> marks) {
    this.drawing = drawing;
    this.arrow = arrow;
    this.marks = marks;
  }

  static String of(HouseDiagram diagram) {
    return new Picture(Drawing.of(diagram), "arrow", Map.of())
        .drawn(diagram.id().replace('-', ' '));
  }

  static String of(HouseDiagram diagram, String title, Map<String, Mark> marks) {
    return new Picture(Drawing.of(diagram), "arrow", marks).drawn(title);
  }

  /**
   * A diagram as it was deployed.
   *
   * @param name of this picture among those of a page
   * @param title what it shows, for those who hear it
   * @param marks by the id of the element; an id that is not drawn is passed over
   */
  public static String of(
      BpmnModelInstance deployed, String name, String title, Map<String, Mark> marks) {
    var diagram = new HouseDiagram(new ProcessFile("", new byte[0]), deployed);
    return new Picture(Drawing.of(diagram), "arrow-" + name, marks).drawn(title);
  }

  private String drawn(String title) {
    head(title);
    drawing.lines().forEach(this::flow);
    drawing.shapes().forEach(this::shape);
    drawing.shapes().forEach(this::words);
    return svg.append("</svg>\n").toString();
  }

  private void head(String title) {
    Box all = drawing.around();
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"%s %s %s %s\""
            + " role=\"img\" fill=\"none\" stroke=\"#22242a\" stroke-width=\"1.5\""
            + " stroke-linejoin=\"round\" font-family=\"Arial, Helvetica, sans-serif\">",
        all.width() + 2 * MARGIN,
        all.height() + 2 * MARGIN,
        all.left() - MARGIN,
        all.top() - MARGIN,
        all.width() + 2 * MARGIN,
        all.height() + 2 * MARGIN);
    add("<title>%s</title>", safe(title));
    add(
        "<defs><marker id=\"%s\" viewBox=\"0 0 10 10\" refX=\"10\" refY=\"5\" markerWidth=\"%s\""
            + " markerHeight=\"%s\" orient=\"auto\"%s><path d=\"M0,0 L10,5 L0,10 Z\" fill=\"#22242a\""
            + " stroke=\"none\"/></marker></defs>",
        arrow,
        // The arrow of a marked line, which is wider, is as large as the others.
        marks.isEmpty() ? 8 : 12,
        marks.isEmpty() ? 8 : 12,
        marks.isEmpty() ? "" : " markerUnits=\"userSpaceOnUse\"");
    add(
        "<rect x=\"%s\" y=\"%s\" width=\"100%%\" height=\"100%%\" fill=\"#ffffff\" stroke=\"none\"/>",
        all.left() - MARGIN, all.top() - MARGIN);
  }

  private void flow(SequenceFlow flow, List<Drawing.Line> lines) {
    StringBuilder path = new StringBuilder();
    lines.forEach(
        line ->
            path.append(path.isEmpty() ? "M%s,%s".formatted(n(line.x1()), n(line.y1())) : "")
                .append(" L%s,%s".formatted(n(line.x2()), n(line.y2()))));
    begin(flow);
    add("<path d=\"%s\" marker-end=\"url(#%s)\"/>", path.toString(), arrow);
    Drawing.Line first = lines.get(0);
    boolean isDefault =
        flow.getSource() instanceof ExclusiveGateway gateway && flow.equals(gateway.getDefault());
    if (isDefault) {
      double x = first.x1() + Math.signum(first.x2() - first.x1()) * 10;
      double y = first.y1() + Math.signum(first.y2() - first.y1()) * 10;
      add("<path d=\"M%s,%s l8,8\"/>", x - 4, y - 4);
    }
    label(flow);
    add("</g>");
  }

  private void shape(FlowNode node, Box box) {
    begin(node);
    if (node instanceof Activity) {
      activity(node, box);
    } else if (node instanceof Gateway) {
      gateway(node, box);
    } else {
      event((Event) node, box);
    }
    if (!(node instanceof Activity)) {
      label(node);
    }
    add("</g>");
  }

  private void activity(FlowNode node, Box box) {
    add(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"10\" fill=\"%s\"%s/>",
        box.left(),
        box.top(),
        box.width(),
        box.height(),
        fill(node),
        node instanceof CallActivity ? " stroke-width=\"4\"" : "");
    MARKS.entrySet().stream()
        .filter(mark -> mark.getKey().isInstance(node))
        .forEach(mark -> mark(mark.getValue(), box));
    text(node, box.middle(), box.line(), box.width() - 12, 12);
  }

  private void mark(String mark, Box box) {
    boolean atTheFoot = mark.equals(PLUS);
    add(
        "<g transform=\"translate(%s %s)\" stroke-width=\"1.2\">%s</g>",
        box.left() + (atTheFoot ? 0 : 5), box.top() + (atTheFoot ? 0 : 5), mark);
  }

  private void gateway(FlowNode node, Box box) {
    add(
        "<path d=\"M%s,%s L%s,%s L%s,%s L%s,%s Z\" fill=\"%s\"/>",
        box.middle(),
        box.top(),
        box.right(),
        box.line(),
        box.middle(),
        box.bottom(),
        box.left(),
        box.line(),
        fill(node));
    String mark = "<path d=\"M-7,-8 L7,8 M-7,8 L7,-8\" stroke-width=\"3\"/>";
    if (node instanceof ParallelGateway) {
      mark = "<path d=\"M-11,0 H11 M0,-11 V11\" stroke-width=\"3\"/>";
    } else if (node instanceof EventBasedGateway) {
      mark = "<circle r=\"13\"/><circle r=\"10\"/><path d=\"M0,-7 L7,-2 L4,6 H-4 L-7,-2 Z\"/>";
    }
    centred(mark, box);
  }

  private void event(Event event, Box box) {
    String wide = event instanceof EndEvent ? " stroke-width=\"4\"" : "";
    centred("<circle r=\"18\" fill=\"" + fill(event) + "\"" + wide + "/>", box);
    if (!(event instanceof EndEvent) && !(event instanceof StartEvent)) {
      centred("<circle r=\"14.5\"/>", box);
    }
    if (!event.getChildElementsByType(TimerEventDefinition.class).isEmpty()) {
      centred(CLOCK, box);
    }
    if (!event.getChildElementsByType(MessageEventDefinition.class).isEmpty()) {
      centred(LETTER, box);
    }
  }

  private void centred(String mark, Box box) {
    add("<g transform=\"translate(%s %s)\">%s</g>", box.middle(), box.line(), mark);
  }

  private void label(FlowElement element) {
    Box box = drawing.labels().get(element.getId());
    if (box != null) {
      text(element, box.middle(), box.line(), Math.max(box.width(), 60) + 8, 11);
    }
  }

  private void text(FlowElement element, double x, double y, double widest, int size) {
    String label = element.getName() == null ? "" : element.getName();
    if (label.isBlank()) {
      return;
    }
    List<String> lines = Glyphs.lines(label, widest, size);
    add("<text text-anchor=\"middle\" font-size=\"%s\" fill=\"#22242a\" stroke=\"none\">", size);
    double top = y - (lines.size() - 1) * size * 0.6 + size * 0.35;
    for (int i = 0; i < lines.size(); i++) {
      add(
          "<tspan x=\"%s\" y=\"%s\">%s</tspan>",
          x, Math.round((top + i * size * 1.2) * 10) / 10.0, safe(lines.get(i)));
    }
    add("</text>");
  }

  /** What is said of an element lies on its upper edge, in front of everything. */
  private void words(FlowNode node, Box box) {
    Mark mark = marks.get(node.getId());
    if (mark == null || mark.words() == null) {
      return;
    }
    double wide = Math.rint(Glyphs.width(mark.words(), WORDS)) + 12;
    add(
        "<g data-words-of=\"%s\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"17\" rx=\"8.5\""
            + " fill=\"%s\" stroke=\"none\"/><text x=\"%s\" y=\"%s\" text-anchor=\"middle\""
            + " font-size=\"%s\" fill=\"#ffffff\" stroke=\"none\">%s</text></g>",
        node.getId(),
        box.middle() - wide / 2,
        box.top() - 9,
        wide,
        mark.line(),
        box.middle(),
        box.top() + 3.5,
        WORDS,
        safe(mark.words()));
  }

  private String fill(FlowNode node) {
    Mark mark = marks.get(node.getId());
    return mark == null ? "#ffffff" : mark.fill();
  }

  private void begin(FlowElement element) {
    Mark mark = marks.get(element.getId());
    if (mark == null) {
      add("<g data-element-id=\"%s\">", element.getId());
    } else {
      add(
          "<g data-element-id=\"%s\" stroke=\"%s\" stroke-width=\"2.5\">",
          element.getId(), mark.line());
    }
  }

  /** Numbers as they are read best: without a point where none is needed. */
  private void add(String format, Object... values) {
    Object[] written = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      written[i] = values[i] instanceof Double number ? n(number) : values[i];
    }
    svg.append(String.format(ROOT, format, written)).append('\n');
  }

  private static String n(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  private static String safe(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
