package org.leadflow.process.house;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * The last step of the build: draws onto each diagram what the tests went through, and ends the
 * build when an element of ours was never reached by the product itself. Says nothing where only
 * some tests ran.
 */
final class PathCoverage {

  private static final Mark BY_THE_PRODUCT = new Mark("#d7f0dd", "#1a7f37", null);
  private static final Mark BY_STAND_INS = new Mark("#fff3c4", "#8a6100", "stand-ins only");
  private static final Mark BY_NOTHING = new Mark("#ffd7d5", "#b3171f", "never");

  private final Map<String, Set<String>> product;
  private final Map<String, Set<String>> standIns;
  private final List<String> summary = new ArrayList<>();
  private final List<String> missed = new ArrayList<>();

  private PathCoverage(Map<String, Set<String>> product, Map<String, Set<String>> standIns) {
    this.product = product;
    this.standIns = standIns;
  }

  /**
   * @param arguments the tests that were asked for; empty when all were
   */
  public static void main(String[] arguments) throws IOException {
    boolean some = arguments.length > 0 && !arguments[0].isBlank();
    if (some || !Files.isDirectory(TakenPaths.DIRECTORY)) {
      System.out.println("path coverage: only some tests ran, so it is not looked at");
      return;
    }
    var coverage =
        new PathCoverage(
            TakenPaths.read(TakenPaths.DIRECTORY, TakenPaths.Layer.PRODUCT),
            TakenPaths.read(TakenPaths.DIRECTORY, TakenPaths.Layer.STAND_INS));
    for (HouseDiagram diagram : House.at("processes").diagrams()) {
      coverage.draw(diagram);
    }
    Files.write(TakenPaths.DIRECTORY.resolve("summary.md"), coverage.written());
    coverage.written().forEach(System.out::println);
    if (!coverage.missed.isEmpty()) {
      System.out.println("path coverage: no test of the product reaches " + coverage.missed);
      System.exit(1);
    }
  }

  private void draw(HouseDiagram diagram) throws IOException {
    Set<String> real = product.getOrDefault(diagram.id(), Set.of());
    Set<String> forced = standIns.getOrDefault(diagram.id(), Set.of());
    Map<String, Mark> marks = new HashMap<>();
    diagram.nodes().forEach(node -> marks.put(node.getId(), mark(node, real, forced)));
    // What a gateway waits for is the event behind such a line; nothing takes the line.
    List<SequenceFlow> flows =
        diagram.flows().stream()
            .filter(flow -> !(flow.getSource() instanceof EventBasedGateway))
            .toList();
    flows.forEach(flow -> marks.put(flow.getId(), mark(flow, real, forced)));
    Files.writeString(
        TakenPaths.DIRECTORY.resolve(diagram.id() + ".svg"),
        Picture.of(diagram, diagram.id() + ", what the tests went through", marks));
    List<FlowNode> nodes = diagram.nodes();
    summary.add(
        "| %s | %s | %s | %s |"
            .formatted(
                diagram.id(),
                share(nodes, real),
                share(flows, real),
                share(flows, both(real, forced))));
    nodes.stream()
        .filter(node -> !real.contains(node.getId()))
        .forEach(node -> missed.add(diagram.id() + ": " + HouseDiagram.called(node)));
  }

  private static Mark mark(FlowElement element, Set<String> real, Set<String> forced) {
    return real.contains(element.getId())
        ? BY_THE_PRODUCT
        : forced.contains(element.getId()) ? BY_STAND_INS : BY_NOTHING;
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    Set<String> both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }

  private static String share(List<? extends FlowElement> all, Set<String> taken) {
    Set<String> ids = all.stream().map(FlowElement::getId).collect(Collectors.toSet());
    long there = ids.stream().filter(taken::contains).count();
    return "%d of %d".formatted(there, ids.size());
  }

  private List<String> written() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| Process | Elements, by the product | Lines, by the product | Lines, with stand-ins |");
    lines.add("|---|---|---|---|");
    lines.addAll(summary);
    return lines;
  }
}
