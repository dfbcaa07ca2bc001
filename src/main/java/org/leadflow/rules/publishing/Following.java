package org.leadflow.rules.publishing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.RulesActivated;
import org.leadflow.rules.house.ReadySet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets this node decide with the versions that are active in the database. It compiles first, and
 * keeps what it has when this release of the product cannot. Used by the publisher's thread only.
 */
final class Following {

  private static final Logger log = LoggerFactory.getLogger(Following.class);
  private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMinutes(1);

  private final SetsAtWork atWork;
  private final ActivationTable activations;
  private final VersionTable versions;
  private final Trials trials;
  private final Consumer<RulesActivated> events;

  /** What could not be compiled, and when. */
  private final Map<ActiveVersion, Long> failed = new HashMap<>();

  Following(
      SetsAtWork atWork,
      ActivationTable activations,
      VersionTable versions,
      Trials trials,
      Consumer<RulesActivated> events) {
    this.atWork = atWork;
    this.activations = activations;
    this.versions = versions;
    this.trials = trials;
    this.events = events;
  }

  /** One look at the database; compiles only what is not at work here. */
  void look() {
    Map<String, ActiveVersion> active = activations.active();
    failed.keySet().retainAll(active.values());
    for (RuleSet set : atWork.ruleSets()) {
      ActiveVersion wanted = active.get(set.name());
      if (wanted == null || wanted.version() == null) {
        remove(set.name());
      }
    }
    Map<String, SetSource> sources = new TreeMap<>();
    for (ActiveVersion each : active.values()) {
      if (isMissing(each)) {
        sources.put(each.ruleSet(), source(each));
      }
    }
    List<Examined> examined = new ArrayList<>(trials.all(sources.values()));
    examined.forEach(each -> follow(each, active.get(each.source().ruleSet())));
  }

  /** Decides with it from now on. */
  void put(ReadySet set) {
    Optional<RuleSet> before = atWork.ruleSet(set.ruleSet().name());
    String version = set.ruleSet().version();
    if (before.map(RuleSet::version).filter(version::equals).isPresent()) {
      return;
    }
    atWork.put(set);
    log.info(
        "Rule set {} is at work in version {}, {} rules",
        set.ruleSet().name(),
        version,
        set.ruleSet().rules().size());
    events.accept(new RulesActivated(set.ruleSet().name(), version));
  }

  /** Decides without it from now on. */
  void remove(String ruleSet) {
    atWork.remove(ruleSet);
    log.info("Rule set {} is retired", ruleSet);
    events.accept(new RulesActivated(ruleSet, null));
  }

  private boolean isMissing(ActiveVersion wanted) {
    String version = wanted.version();
    if (version == null) {
      return false;
    }
    boolean there =
        atWork.ruleSet(wanted.ruleSet()).map(RuleSet::version).filter(version::equals).isPresent();
    Long tried = failed.get(wanted);
    return !there && (tried == null || System.nanoTime() - tried > BEFORE_ANOTHER_TRY.toNanos());
  }

  private SetSource source(ActiveVersion wanted) {
    String version = String.valueOf(wanted.version());
    return SetSource.published(
        wanted.ruleSet(), version, versions.files(wanted.ruleSet(), version));
  }

  private void follow(Examined examined, ActiveVersion wanted) {
    if (examined.ready().isEmpty()) {
      boolean first = failed.put(wanted, System.nanoTime()) == null;
      if (first) {
        log.error(
            "Rule set {} cannot be put to work in version {} here, what was at work stays: {}",
            wanted.ruleSet(),
            wanted.version(),
            examined.findings());
      }
      return;
    }
    failed.remove(wanted);
    if (!examined.findings().isEmpty()) {
      log.warn(
          "Rule set {} was published by another release; this one would refuse it: {}",
          wanted.ruleSet(),
          examined.findings());
    }
    put(examined.ready().get());
  }
}
