package org.leadflow.rules.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.CurrentCaller;
import org.leadflow.core.Moment;
import org.leadflow.core.PageController;
import org.leadflow.core.Refused;
import org.leadflow.core.WallClock;
import org.leadflow.rules.Rule;
import org.leadflow.rules.RuleSetVersion;
import org.leadflow.rules.RuleSetVersion.Origin;
import org.leadflow.rules.explain.Hits;
import org.leadflow.rules.explain.Reasons;
import org.leadflow.rules.web.PublishingController.Authorship;
import org.leadflow.rules.web.PublishingController.Retirement;
import org.leadflow.rules.web.PublishingController.Rollback;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * Rule sets as pages: how they stand, what their rules say and how often they fire. Everything goes
 * through the doors programs use, so whoever may do something there may do it here.
 */
@PageController
@RequestMapping("/rules")
class RulePages {

  private static final int DAYS = 30;

  private final RuleSetController sets;
  private final PublishingController publishing;
  private final Hits hits;
  private final CurrentCaller callers;
  private final WallClock times;

  RulePages(
      RuleSetController sets,
      PublishingController publishing,
      Hits hits,
      CurrentCaller callers,
      WallClock times) {
    this.sets = sets;
    this.publishing = publishing;
    this.hits = hits;
    this.callers = callers;
    this.times = times;
  }

  @GetMapping
  String list(Model model) {
    List<RuleSetView> all = sets.list();
    model.addAttribute("sets", all);
    model.addAttribute(
        "since",
        all.stream()
            .filter(set -> set.since() != null)
            .collect(Collectors.toMap(RuleSetView::name, set -> times.minute(set.since()))));
    model.addAttribute("publishes", publishes());
    return "rules";
  }

  @PostMapping("/reload")
  ModelAndView reload() {
    List<AttemptView> attempts = publishing.reload(false);
    return new ModelAndView("reloaded").addObject("attempts", attempts);
  }

  @GetMapping("/{name}")
  ModelAndView show(@PathVariable String name) {
    return page(name);
  }

  @GetMapping("/{name}/compare")
  ModelAndView compare(
      @PathVariable String name, @RequestParam String from, @RequestParam String to) {
    return new ModelAndView("rules-compared")
        .addObject("set", sets.read(name).getBody())
        .addObject("path", name)
        .addObject("from", from)
        .addObject("to", to)
        .addObject("comparison", sets.compare(name, from, to));
  }

  @PostMapping("/{name}/rollback")
  ModelAndView rollback(
      @PathVariable String name, @RequestParam String version, @RequestParam String reason) {
    return done(name, () -> publishing.rollback(name, new Rollback(version, reason), null));
  }

  @PostMapping("/{name}/retire")
  ModelAndView retire(@PathVariable String name, @RequestParam String reason) {
    return done(
        name,
        () -> {
          publishing.retire(name, new Retirement(reason), null);
          return null;
        });
  }

  @PostMapping("/{name}/dismiss")
  ModelAndView dismiss(@PathVariable String name, @RequestParam Origin origin) {
    return done(
        name,
        () -> {
          publishing.dismiss(name, origin);
          return null;
        });
  }

  @PostMapping("/{name}/check")
  ModelAndView check(
      @PathVariable String name,
      @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files) {
    try {
      AttemptView tried =
          publishing.publish(name, files, new Authorship(null), true, null).getBody();
      return page(name).addObject("tried", tried);
    } catch (Refused refused) {
      ModelAndView page = page(name);
      page.setStatus(refused.status());
      return page.addObject("refusal", refused.inWords());
    }
  }

  private ModelAndView done(String name, Supplier<?> work) {
    try {
      work.get();
      return new ModelAndView("redirect:/rules/{name}");
    } catch (Refused refused) {
      ModelAndView page = page(name);
      page.setStatus(refused.status());
      return page.addObject("refusal", refused.inWords());
    }
  }

  private ModelAndView page(String name) {
    RuleSetView set = sets.read(name).getBody();
    Optional<VersionView> atWork =
        Optional.ofNullable(set.versionAtWork()).map(version -> sets.version(name, version));
    Map<String, Hits.RuleHits> fired = hits.of(set.name(), DAYS);
    List<RuleSetVersion> versions = sets.versions(name);
    return new ModelAndView("rule-set")
        .addObject("set", set)
        .addObject("path", name)
        .addObject(
            "rules",
            atWork.map(VersionView::rules).orElse(List.of()).stream()
                .map(rule -> line(set.name(), rule, fired.get(rule.id())))
                .toList())
        .addObject("warnings", sets.findings(name))
        .addObject("files", atWork.map(VersionView::files).orElse(List.of()))
        .addObject("versions", versions)
        .addObject("published", published(versions))
        .addObject("changes", sets.activations(name))
        .addObject("days", DAYS)
        .addObject("publishes", publishes())
        .addObject("checks", callers.get().partnerId() == null);
  }

  private Map<String, Moment> published(List<RuleSetVersion> versions) {
    return versions.stream()
        .collect(
            Collectors.toMap(
                RuleSetVersion::version,
                ((Function<RuleSetVersion, Moment>)
                    version -> times.minute(version.publishedOn()))));
  }

  private boolean publishes() {
    return callers.get().runsTheProduct();
  }

  private static RuleLine line(String ruleSet, Rule rule, Hits.@Nullable RuleHits fired) {
    return new RuleLine(
        rule.id(),
        rule.sentence(),
        rule.owner(),
        within(ruleSet, rule.place().toString()),
        rule.outcomes().stream().map(Reasons::words).collect(Collectors.joining(", ")),
        fired == null ? 0 : fired.fired(),
        fired == null ? 0 : fired.won());
  }

  /** The page is about one set, so its folder need not be told again. */
  private static String within(String ruleSet, String place) {
    return place.startsWith(ruleSet + "/") ? place.substring(ruleSet.length() + 1) : place;
  }

  /** A rule as the page lists it, with how often it fired and decided of late. */
  record RuleLine(
      String id, String sentence, String owner, String place, String says, long fired, long won) {}
}
