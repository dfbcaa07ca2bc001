package org.leadflow.rules.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.leadflow.access.NotVisible;
import org.leadflow.core.Versions;
import org.leadflow.rules.BrokenRules;
import org.leadflow.rules.Finding;
import org.leadflow.rules.PublishedRules;
import org.leadflow.rules.Rule;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.RuleSetVersion;
import org.leadflow.rules.publishing.Activation;
import org.leadflow.rules.publishing.Comparison;
import org.leadflow.rules.publishing.RulePublisher;
import org.leadflow.rules.publishing.RuleSetState;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows how rule sets stand and what their versions say. */
@RestController
@RequestMapping("/api/rule-sets")
@Tag(name = "Rule sets")
class RuleSetController {

  static final String NAME = "With ~ for each slash, for example routing~units~emea";

  private final RulePublisher publisher;
  private final PublishedRules published;
  private final ReadableSets readable;
  private final Remarks remarks;

  RuleSetController(
      RulePublisher publisher, PublishedRules published, ReadableSets readable, Remarks remarks) {
    this.publisher = publisher;
    this.published = published;
    this.readable = readable;
    this.remarks = remarks;
  }

  @GetMapping
  @Operation(
      summary = "List the rule sets and how they stand",
      description =
          "Managers, operators and administrators. WORKING: the last that was given is at work. LAST_GOOD: the last that was given is refused, the one before works on. BEHIND: this node cannot work with the active version, or not yet. NEVER_GOOD: nothing is at work. RETIRED: an operator took it out.")
  List<RuleSetView> list() {
    Map<String, List<Finding>> absent = publisher.absentReceivers();
    return publisher.states().stream()
        .filter(each -> readable.reads(each.ruleSet()))
        .map(each -> RuleSetView.of(each, absent.getOrDefault(each.ruleSet(), List.of())))
        .toList();
  }

  @GetMapping("/{name}")
  @Operation(
      summary = "Read how a rule set stands",
      description = "The ETag counts its changes; send it as If-Match to publish or roll back.")
  ResponseEntity<RuleSetView> read(
      @Parameter(description = NAME, example = "scoring") @PathVariable String name) {
    RuleSetState state = readable.state(name);
    List<Finding> absent = publisher.absentReceivers().getOrDefault(state.ruleSet(), List.of());
    long sequence = state.active() == null ? 0 : state.active().sequence();
    return ResponseEntity.ok().eTag(Versions.tag(sequence)).body(RuleSetView.of(state, absent));
  }

  @GetMapping("/{name}/findings")
  @Operation(
      summary = "List what there is to say about the rules at work as a whole",
      description =
          "Worked out now, with the receivers there are now: rules that are never reached, leads no rule takes, rules said twice, receivers who are gone, rules that did not fire for 30 days though they were there. Empty when nothing is at work.")
  List<RemarkView> findings(
      @Parameter(description = NAME, example = "scoring") @PathVariable String name) {
    RuleSet atWork = readable.state(name).atWork();
    return atWork == null ? List.of() : remarks.on(atWork.name(), atWork.version());
  }

  @GetMapping("/{name}/versions")
  @Operation(summary = "List the versions of a rule set, the newest first")
  List<RuleSetVersion> versions(
      @Parameter(description = NAME, example = "scoring") @PathVariable String name) {
    return published.versions(readable.named(name));
  }

  @GetMapping("/{name}/versions/{version}")
  @Operation(summary = "Read a version with its rules and files")
  VersionView version(
      @Parameter(description = NAME, example = "scoring") @PathVariable String name,
      @PathVariable String version) {
    String ruleSet = readable.named(name);
    RuleSetVersion found = find(ruleSet, version);
    List<VersionView.FileView> files =
        published.files(ruleSet, version).stream().map(VersionView.FileView::of).toList();
    try {
      List<Rule> rules = published.ruleSet(ruleSet, version).rules();
      return new VersionView(found, rules, files, List.of());
    } catch (BrokenRules broken) {
      List<Finding> findings = broken.findings();
      return new VersionView(found, List.of(), files, findings);
    }
  }

  @GetMapping("/{name}/compare")
  @Operation(
      summary = "Compare two versions of a rule set",
      description =
          "Rules added, changed and removed, and each file that differs as a unified diff. A rule that only moved is not changed. 409 when this release cannot compile one of them.")
  Comparison compare(
      @Parameter(description = NAME, example = "scoring") @PathVariable String name,
      @RequestParam String from,
      @RequestParam String to) {
    String ruleSet = readable.named(name);
    return Comparison.of(side(ruleSet, from), side(ruleSet, to));
  }

  @GetMapping("/{name}/activations")
  @Operation(summary = "List who put which version to work and why, the newest first")
  List<Activation> activations(
      @Parameter(description = NAME, example = "scoring") @PathVariable String name) {
    return publisher.changes(readable.named(name));
  }

  private Comparison.Side side(String ruleSet, String version) {
    find(ruleSet, version);
    try {
      return new Comparison.Side(
          published.ruleSet(ruleSet, version), published.files(ruleSet, version));
    } catch (BrokenRules broken) {
      throw Refusals.cannotWork(version, broken.findings());
    }
  }

  private RuleSetVersion find(String ruleSet, String version) {
    return published.versions(ruleSet).stream()
        .filter(each -> each.version().equals(version))
        .findFirst()
        .orElseThrow(() -> new NotVisible("version", version));
  }
}
