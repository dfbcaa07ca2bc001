package org.leadflow.process.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.FlowElement;

/** The picture is of today's diagram: the same elements with the same labels. */
final class PictureRules {

  private static final Pattern ELEMENT = Pattern.compile("data-element-id=\"(\\w+?)(_label)?\"");
  private static final Pattern TEXT = Pattern.compile("<tspan[^>]*>([^<]*)</tspan>");

  private PictureRules() {}

  static List<String> findings(HouseDiagram diagram) {
    Path picture = diagram.file().resolveSibling("pictures").resolve(diagram.id() + ".svg");
    if (!Files.exists(picture)) {
      return List.of(
          "has no picture; save one in the Modeler as pictures/" + diagram.id() + ".svg");
    }
    Map<String, String> drawn = labelsIn(House.text(picture));
    List<String> findings = new ArrayList<>();
    for (FlowElement element : diagram.all(FlowElement.class)) {
      String label = element.getName() == null ? "" : element.getName();
      if (!label.replaceAll("\\s", "").equals(drawn.remove(element.getId()))) {
        findings.add(
            "its picture does not show " + HouseDiagram.called(element) + "; save it again");
      }
    }
    if (!drawn.isEmpty()) {
      findings.add("its picture shows " + drawn.keySet() + ", which are gone; save it again");
    }
    return findings;
  }

  private static Map<String, String> labelsIn(String svg) {
    Map<String, String> labels = new TreeMap<>();
    List<MatchResult> elements = ELEMENT.matcher(svg).results().toList();
    for (int i = 0; i < elements.size(); i++) {
      int end = i + 1 < elements.size() ? elements.get(i + 1).start() : svg.length();
      String text =
          TEXT.matcher(svg.substring(elements.get(i).end(), end))
              .results()
              .map(match -> match.group(1).replaceAll("\\s", ""))
              .collect(Collectors.joining());
      labels.merge(elements.get(i).group(1), text, String::concat);
    }
    return labels;
  }
}
