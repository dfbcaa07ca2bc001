package org.leadflow.process.operations.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Moment;
import org.leadflow.core.PageController;
import org.leadflow.core.WallClock;
import org.leadflow.process.operations.Backlog;
import org.leadflow.process.operations.Incidents;
import org.leadflow.process.operations.Incidents.Kind;
import org.leadflow.process.operations.Incidents.OpenIncident;
import org.leadflow.process.operations.Nodes;
import org.leadflow.process.operations.Nodes.Node;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What operators look at: what failed, what waits, who is there. Others are refused by the route.
 */
@PageController
@RequestMapping("/operations")
class OperationsPage {

  private static final int NEWEST = 50;

  private final Incidents incidents;
  private final Backlog backlog;
  private final Nodes nodes;
  private final WallClock times;

  OperationsPage(Incidents incidents, Backlog backlog, Nodes nodes, WallClock times) {
    this.incidents = incidents;
    this.backlog = backlog;
    this.nodes = nodes;
    this.times = times;
  }

  record KindLine(Kind kind, Moment oldest, Moment newest) {}

  /**
   * @param page of the lead or opportunity that waits because of it
   */
  record IncidentLine(OpenIncident incident, Moment since, @Nullable String page) {}

  record WaitLine(Backlog.Line line, @Nullable Moment oldest) {}

  record NodeLine(Node node, Moment started, Moment seen) {}

  /**
   * A rule set and what each node that is there decides with.
   *
   * @param same whether all have one version
   */
  record RuleLine(String ruleSet, List<String> versions, boolean same) {}

  @GetMapping
  String show(Model model) {
    List<Node> all = nodes.all();
    List<Node> alive = all.stream().filter(Node::alive).toList();
    model.addAttribute("kinds", incidents.kinds().stream().map(this::line).toList());
    model.addAttribute(
        "incidents", incidents.open().stream().limit(NEWEST).map(this::line).toList());
    model.addAttribute("backlog", backlog.lines().stream().map(this::line).toList());
    model.addAttribute("nodes", all.stream().map(this::line).toList());
    model.addAttribute("alive", alive);
    model.addAttribute("ruleSets", ruleSets(alive));
    return "operations";
  }

  @PostMapping("/incidents/{incidentId}/retry")
  String retry(@PathVariable String incidentId, RedirectAttributes told) {
    told.addFlashAttribute(
        "told",
        incidents.retry(incidentId)
            ? "The step is tried again."
            : "There is no such incident any more; it may be solved already.");
    return "redirect:/operations";
  }

  @PostMapping("/incidents/{incidentId}/retry-all")
  String retryLike(@PathVariable String incidentId, RedirectAttributes told) {
    int tried = incidents.retryLike(incidentId);
    told.addFlashAttribute(
        "told",
        tried == 0
            ? "There is no such incident any more; it may be solved already."
            : tried == 1 ? "One step is tried again." : tried + " steps are tried again.");
    return "redirect:/operations";
  }

  private KindLine line(Kind kind) {
    return new KindLine(kind, times.minute(kind.oldest()), times.minute(kind.newest()));
  }

  private IncidentLine line(OpenIncident incident) {
    String records = incident.process().startsWith("opportunity") ? "opportunities" : "leads";
    return new IncidentLine(
        incident,
        times.minute(incident.since()),
        incident.leadId() == null ? null : "/" + records + "/" + incident.leadId());
  }

  private WaitLine line(Backlog.Line line) {
    return new WaitLine(line, times.minuteOrNone(line.oldest()));
  }

  private NodeLine line(Node node) {
    return new NodeLine(node, times.minute(node.startedOn()), times.second(node.seenOn()));
  }

  private static List<RuleLine> ruleSets(List<Node> alive) {
    Set<String> names = new TreeSet<>();
    alive.forEach(node -> names.addAll(node.rules().keySet()));
    return names.stream()
        .map(
            name -> {
              List<String> versions =
                  alive.stream()
                      .map(Node::rules)
                      .map((Map<String, String> rules) -> rules.getOrDefault(name, "none"))
                      .toList();
              return new RuleLine(name, versions, versions.stream().distinct().count() == 1);
            })
        .toList();
  }
}
