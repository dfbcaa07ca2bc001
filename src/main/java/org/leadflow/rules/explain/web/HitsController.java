package org.leadflow.rules.explain.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.CurrentCaller;
import org.leadflow.core.Refused;
import org.leadflow.rules.Rule;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.explain.Hits;
import org.leadflow.rules.explain.Hits.RuleHits;
import org.leadflow.rules.explain.ReadableRules;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How often the rules of a set fire. Managers, operators and administrators get here. */
@RestController
@RequestMapping("/api/rule-sets/{name}/hits")
@Tag(name = "Rule sets")
class HitsController {

  private static final int LONGEST = 3650;

  private final Rulebook rules;
  private final Hits hits;
  private final CurrentCaller callers;

  HitsController(Rulebook rules, Hits hits, CurrentCaller callers) {
    this.callers = callers;
    this.rules = rules;
    this.hits = hits;
  }

  /**
   * @param rules of the version at work, those that fired most first
   * @param neverFired of these the ones that did not fire at all
   */
  record SetHits(
      String ruleSet, String version, int days, List<Fires> rules, List<String> neverFired) {}

  /**
   * A rule of the version at work, with what fired under its id whatever the version.
   *
   * @param won how often it decided
   * @param place file and line, or cell
   */
  record Fires(
      String ruleId,
      String sentence,
      String owner,
      String place,
      long fired,
      long won,
      @Nullable LocalDate lastFired) {}

  @GetMapping
  @Operation(
      summary = "How often each rule of a set fired",
      description =
          "Over all nodes, some seconds behind; counts what decided about leads, not what was tried or replayed. Slashes"
              + " of the set's name are written as ~.")
  SetHits hits(
      @Parameter(example = "routing~company") @PathVariable String name,
      @RequestParam(defaultValue = "30") int days) {
    if (days < 1 || days > LONGEST) {
      throw Refused.invalid("days", "must be between 1 and " + LONGEST);
    }
    String ruleSet = name.replace('~', '/');
    RuleSet set =
        rules.ruleSets().stream()
            .filter(each -> each.name().equals(ruleSet))
            .filter(each -> ReadableRules.areFor(callers.get(), ruleSet))
            .findFirst()
            .orElseThrow(
                () ->
                    new Refused(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "There is no rule set of this name at work.",
                        List.of()));
    Map<String, RuleHits> counted = hits.of(ruleSet, days);
    return new SetHits(
        ruleSet,
        set.version(),
        days,
        set.rules().stream()
            .map(rule -> fires(rule, counted.get(rule.id())))
            .sorted(Comparator.comparingLong(Fires::fired).reversed())
            .toList(),
        set.rules().stream().map(Rule::id).filter(id -> !counted.containsKey(id)).toList());
  }

  private static Fires fires(Rule rule, @Nullable RuleHits counted) {
    return new Fires(
        rule.id(),
        rule.sentence(),
        rule.owner(),
        rule.place().toString(),
        counted == null ? 0 : counted.fired(),
        counted == null ? 0 : counted.won(),
        counted == null ? null : counted.lastFired());
  }
}
