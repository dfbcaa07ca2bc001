package org.leadflow.rules.publishing;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadflow.rules.RuleSetVersion.Origin;
import org.leadflow.rules.house.ReadySet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a version out of work whose rules did not come to an end for several leads, and puts the
 * last good one before it to work again, on all nodes. Used by the publisher's thread only.
 */
final class Quarantine {

  private static final Logger log = LoggerFactory.getLogger(Quarantine.class);
  private static final int TRIED = 3;

  private final SetsAtWork atWork;
  private final VersionTable versions;
  private final ActivationTable activations;
  private final Trials trials;
  private final Registry registry;
  private final Following following;
  private final String by;

  /** What was told already because nothing else was there to put to work. */
  private final Set<ReadySet> told = new HashSet<>();

  Quarantine(
      SetsAtWork atWork,
      VersionTable versions,
      ActivationTable activations,
      Trials trials,
      Registry registry,
      Following following,
      String by) {
    this.atWork = atWork;
    this.versions = versions;
    this.activations = activations;
    this.trials = trials;
    this.registry = registry;
    this.following = following;
    this.by = by;
  }

  /** One look at what is at work here. */
  void look() {
    List<ReadySet> all = atWork.now().all();
    told.retainAll(all);
    all.stream()
        .filter(each -> each.rules().isGivenUp() && !told.contains(each))
        .forEach(this::replace);
  }

  private void replace(ReadySet gone) {
    String ruleSet = gone.ruleSet().name();
    String version = gone.ruleSet().version();
    Optional<ReadySet> before = before(ruleSet, version);
    String sentence =
        "the rules of version %s did not come to an end for several leads, so it was taken out of work; %s"
            .formatted(
                version,
                before
                    .map(each -> "version " + each.ruleSet().version() + " works again")
                    .orElse(
                        "there is no good one before it, and its leads go to the lead desk until"
                            + " somebody publishes another"));
    SetSource source = SetSource.published(ruleSet, version, versions.files(ruleSet, version));
    String with = before.map(each -> each.ruleSet().version()).orElse(null);
    if (registry.replace(Examined.refused(source, sentence), with, sentence, by)) {
      log.error("Rule set {}: {}", ruleSet, sentence);
      before.ifPresent(following::put);
    }
    told.add(gone);
  }

  private Optional<ReadySet> before(String ruleSet, String version) {
    List<Activation> changes = activations.changes(ruleSet);
    Set<String> bad =
        changes.stream()
            .filter(each -> each.origin() == Origin.QUARANTINE && each.from() != null)
            .map(Activation::from)
            .collect(Collectors.toSet());
    bad.add(version);
    return changes.stream()
        .map(Activation::to)
        .filter(each -> each != null && !bad.contains(each))
        .distinct()
        .limit(TRIED)
        .map(each -> SetSource.published(ruleSet, each, versions.files(ruleSet, each)))
        .map(trials::one)
        .filter(Examined::isGood)
        .flatMap(each -> each.ready().stream())
        .findFirst();
  }
}
