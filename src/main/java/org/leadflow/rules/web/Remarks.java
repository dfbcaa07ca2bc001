package org.leadflow.rules.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadflow.rules.BrokenRules;
import org.leadflow.rules.PublishedRules;
import org.leadflow.rules.Rule;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.analysis.NeverFired;
import org.leadflow.rules.explain.Hits;
import org.leadflow.rules.publishing.Activation;
import org.leadflow.rules.publishing.RulePublisher;
import org.springframework.stereotype.Component;

/** What there is to say about the rules that are at work, worked out when somebody asks. */
@Component
class Remarks {

  /** For how many days a rule may stay silent before somebody should look at it. */
  static final int DAYS = 30;

  private final PublishedRules published;
  private final RulePublisher publisher;
  private final Hits hits;
  private final Clock clock;

  Remarks(PublishedRules published, RulePublisher publisher, Hits hits, Clock clock) {
    this.published = published;
    this.publisher = publisher;
    this.hits = hits;
    this.clock = clock;
  }

  /** About this version, which is at work. */
  List<RemarkView> on(String ruleSet, String version) {
    var remarks = new ArrayList<>(published.discoveries(ruleSet, version));
    remarks.addAll(NeverFired.among(silent(published.ruleSet(ruleSet, version)), DAYS));
    return remarks.stream().map(RemarkView::of).toList();
  }

  /** Who was not there then had no chance to fire all these days. */
  private List<Rule> silent(RuleSet atWork) {
    Set<String> then = idsThen(atWork.name());
    if (then.isEmpty()) {
      return List.of();
    }
    return hits.silent(atWork, DAYS).stream().filter(rule -> then.contains(rule.id())).toList();
  }

  private Set<String> idsThen(String ruleSet) {
    Instant then = clock.instant().minus(Duration.ofDays(DAYS));
    Optional<String> version =
        publisher.changes(ruleSet).stream()
            .filter(change -> !change.on().isAfter(then))
            .findFirst()
            .map(Activation::to);
    try {
      return version
          .map(each -> published.ruleSet(ruleSet, each).rules())
          .orElse(List.of())
          .stream()
          .map(Rule::id)
          .collect(Collectors.toSet());
    } catch (BrokenRules ofAnotherRelease) {
      return Set.of();
    }
  }
}
