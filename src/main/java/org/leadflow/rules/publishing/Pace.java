package org.leadflow.rules.publishing;

import java.time.Duration;
import java.util.List;
import org.leadflow.rules.Finding;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.RuleSetFailed;
import org.leadflow.rules.house.CaseResult;
import org.leadflow.rules.house.ReadySet;

/**
 * Asks the leads of the cases again and again: what breaks only after some hundred questions breaks
 * here, what is slow is found before a lead waits for it, and what decides next is warm.
 */
final class Pace {

  /** Drools compiles conditions after some twenty questions and used to break after a hundred. */
  private static final int ROUNDS = 250;

  private static final Duration LONG_ENOUGH = Duration.ofMillis(500);
  private static final int PATIENCE = 3;

  private final Duration slowest;

  Pace(Duration slowest) {
    this.slowest = slowest;
  }

  List<Finding> findings(ReadySet set, List<CaseResult> cases) {
    long end = System.nanoTime() + LONG_ENOUGH.toNanos();
    try {
      for (CaseResult one : cases) {
        long nanos = fastest(set, one.lead());
        if (nanos > slowest.toNanos()) {
          return List.of(tooSlow(one, nanos));
        }
      }
      for (int round = 1; round < ROUNDS && System.nanoTime() < end; round++) {
        for (CaseResult one : cases) {
          set.rules().ask(one.lead());
        }
      }
    } catch (RuleSetFailed failed) {
      return List.of(
          new Finding(
              set.ruleSet().name(),
              0,
              "it breaks when it is asked again and again: " + failed.getMessage()));
    }
    return List.of();
  }

  /** A busy machine makes one answer slow, hardly three. */
  private long fastest(ReadySet set, LeadFacts lead) {
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < PATIENCE && fastest > slowest.toNanos(); i++) {
      long start = System.nanoTime();
      set.rules().ask(lead);
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    return fastest;
  }

  private Finding tooSlow(CaseResult one, long nanos) {
    return new Finding(
        one.ruleSet(),
        0,
        "it is too slow: the lead of the case \"%s\" takes %d ms, and %d ms is the most"
            .formatted(one.name(), nanos / 1_000_000, slowest.toMillis()));
  }
}
