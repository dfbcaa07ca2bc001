package org.leadflow.process.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Message;

/** The page beside a diagram says the same as the diagram. */
final class PageRules {

  static final List<String> HEADINGS =
      List.of("How it starts", "Variables", "Messages", "Timers", "Errors", "How it ends");

  private static final Pattern USED =
      Pattern.compile("\\$\\{(\\w+)(?: ==[^}]*)?}|(?:source|target|Parameter name)=\"(\\w+)\"");
  private static final Pattern IN_CODE = Pattern.compile("`(\\w+)`");

  private final List<String> findings = new ArrayList<>();
  private final HouseDiagram diagram;
  private final House house;

  private PageRules(HouseDiagram diagram, House house) {
    this.diagram = diagram;
    this.house = house;
  }

  static List<String> findings(HouseDiagram diagram, House house) {
    var rules = new PageRules(diagram, house);
    house
        .document(diagram.id() + ".md")
        .ifPresentOrElse(
            rules::compare, () -> rules.findings.add("has no page " + diagram.id() + ".md"));
    return rules.findings;
  }

  private void compare(String page) {
    List<String> headings =
        page.lines().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)).toList();
    if (!headings.equals(HEADINGS)) {
      findings.add("its page must have the headings " + HEADINGS + ", but has " + headings);
      return;
    }
    same("variables", namesInTable(section(page, "Variables"), IN_CODE), variables());
    Set<String> ends =
        diagram.all(EndEvent.class).stream()
            .map(EndEvent::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    same(
        "end events",
        namesInTable(section(page, "How it ends"), Pattern.compile("\\*(.+?)\\*")),
        ends);
    diagram.all(Message.class).stream()
        .filter(message -> !section(page, "Messages").contains("`" + message.getName() + "`"))
        .forEach(
            message -> findings.add("its page does not name the message " + message.getName()));
    if (!page.contains("(pictures/" + diagram.id() + ".svg)")) {
      findings.add("its page does not show pictures/" + diagram.id() + ".svg");
    }
  }

  private void same(String what, Set<String> listed, Set<String> used) {
    Set<String> missing = new TreeSet<>(used);
    missing.removeAll(listed);
    Set<String> idle = new TreeSet<>(listed);
    idle.removeAll(used);
    if (!missing.isEmpty()) {
      findings.add("its page leaves out the " + what + " " + missing);
    }
    if (!idle.isEmpty()) {
      findings.add("its page lists " + what + " that are not used: " + idle);
    }
  }

  /** Variables of the diagram, of its forms, and of the rows of the blocks it calls. */
  private Set<String> variables() {
    Set<String> names = new TreeSet<>();
    USED.matcher(diagram.file().text())
        .results()
        .forEach(match -> names.add(match.group(1) == null ? match.group(2) : match.group(1)));
    names.removeAll(diagram.blocks());
    names.removeAll(Set.of("true", "false"));
    house.forms().stream()
        .filter(form -> diagram.forms().contains(form.id()))
        .forEach(form -> names.addAll(form.keys()));
    for (String block : diagram.blocks()) {
      String[] cells = house.rowOf(block).split("\\|");
      if (cells.length > 4) {
        IN_CODE.matcher(cells[3] + cells[4]).results().forEach(match -> names.add(match.group(1)));
      }
    }
    return names;
  }

  private static Set<String> namesInTable(String section, Pattern name) {
    Set<String> names = new TreeSet<>();
    section
        .lines()
        .filter(line -> line.startsWith("| "))
        .map(line -> line.split("\\|")[1])
        .forEach(cell -> name.matcher(cell).results().forEach(match -> names.add(match.group(1))));
    return names;
  }

  private static String section(String page, String heading) {
    String from = page.substring(page.indexOf("## " + heading) + 3);
    return from.contains("\n## ") ? from.substring(0, from.indexOf("\n## ")) : from;
  }
}
