package org.leadflow.rules.publishing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.leadflow.rules.Finding;
import org.leadflow.rules.KnownReceivers;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.analysis.Analysis;
import org.leadflow.rules.analysis.Discovery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * People, teams, units and partners that rules at work name though they went since, or came into
 * being without them. A warning: rules are not switched off because somebody left.
 */
final class AbsentReceivers {

  private static final Logger log = LoggerFactory.getLogger(AbsentReceivers.class);

  private final SetsAtWork atWork;
  private final Supplier<KnownReceivers> receivers;
  private final AtomicBoolean changed = new AtomicBoolean(true);
  private Set<Finding> told = Set.of();

  AbsentReceivers(SetsAtWork atWork, Supplier<KnownReceivers> receivers) {
    this.atWork = atWork;
    this.receivers = receivers;
  }

  /** By name of the set; worked out now. */
  Map<String, List<Finding>> bySet() {
    KnownReceivers known = receivers.get();
    var bySet = new TreeMap<String, List<Finding>>();
    for (RuleSet each : atWork.ruleSets()) {
      List<Finding> absent =
          Analysis.receivers(each, known).stream().map(Discovery::finding).toList();
      if (!absent.isEmpty()) {
        bySet.put(each.name(), absent);
      }
    }
    return bySet;
  }

  void receiversChanged() {
    changed.set(true);
  }

  /** Logs what is new since the last time, when anything can be. */
  void look() {
    if (!changed.getAndSet(false)) {
      return;
    }
    Set<Finding> now = new HashSet<>();
    bySet().values().forEach(now::addAll);
    now.stream()
        .filter(each -> !told.contains(each))
        .forEach(each -> log.warn("Rules at work name somebody who is not there: {}", each));
    told = now;
  }
}
