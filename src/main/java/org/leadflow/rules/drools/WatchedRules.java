package org.leadflow.rules.drools;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Rule;
import org.leadflow.rules.RuleSetFailed;
import org.leadflow.rules.Verdict;
import org.leadflow.rules.house.CompiledRules;

/**
 * The compiled rules of one folder, when one of them does more than plain rules do and so may
 * trigger others or calculate without end. Each decision gets a session of its own and is left
 * behind when its time is over; a set that left several behind is not asked any more.
 */
final class WatchedRules implements CompiledRules {

  /** Far above any honest rule set; rules that trigger each other never end by themselves. */
  static final int LIMIT = 1000;

  private static final int MOST_LEFT_BEHIND = 2;

  /** Attempt after attempt to publish rules that never end must not fill the machine. */
  private static final int MOST_OF_ALL_VERSIONS = 6;

  /** The same for rule sets of ever new names. */
  private static final int MOST_OF_ALL_SETS = 16;

  /** What nothing may exceed, not even rules that worked for long. */
  private static final int MOST_EVER = 32;

  /** So many leads are decided before a version counts as one that comes to an end. */
  private static final int PROOF = 300;

  private static final AtomicInteger ALL_RUNNING = new AtomicInteger();

  /** How many decisions of a rule set still run though nobody waits for them, by its name. */
  private static final Map<String, AtomicInteger> STILL_RUNNING = new ConcurrentHashMap<>();

  private final String ruleSet;
  private final String version;
  private final Map<String, Rule> bySentence;
  private final KieBase base;
  private final Duration limit;
  private final AtomicInteger leftBehind = new AtomicInteger();
  private final AtomicInteger stillRunning;
  private final AtomicInteger decided = new AtomicInteger();

  WatchedRules(
      String ruleSet, String version, Map<String, Rule> bySentence, KieBase base, Duration limit) {
    this.ruleSet = ruleSet;
    this.version = version;
    this.bySentence = Map.copyOf(bySentence);
    this.base = base;
    this.limit = limit;
    this.stillRunning = STILL_RUNNING.computeIfAbsent(ruleSet, none -> new AtomicInteger());
  }

  @Override
  public Verdict ask(LeadFacts facts) {
    return watched(facts, false);
  }

  @Override
  public Verdict askAll(LeadFacts facts) {
    return watched(facts, true);
  }

  private Verdict watched(LeadFacts facts, boolean everyRow) {
    if (isGivenUp()) {
      throw failed("it is not asked any more, for its rules did not come to an end before", null);
    }
    if (isTooMuch()) {
      throw failed(
          "it is not asked, for rules of earlier attempts still calculate without end; write its"
              + " conditions as plain comparisons, or have the program started again",
          null);
    }
    var outcomes = new Outcomes(bySentence, facts, everyRow);
    WatchedDecision<Verdict> decision = null;
    try {
      decision = WatchedDecision.begin(() -> decide(facts, outcomes), limit, () -> running(-1));
      if (decision == null) {
        throw failed("too many decisions are under way", null);
      }
      Verdict verdict = decision.await(limit);
      if (decided.get() < PROOF) {
        decided.incrementAndGet();
      }
      return verdict;
    } catch (TimeoutException over) {
      leftBehind.incrementAndGet();
      leave(decision);
      throw failed(
          "its rules did not come to an end within %d ms%s"
              .formatted(limit.toMillis(), outcomes.last()),
          null);
    } catch (ExecutionException broken) {
      if (broken.getCause() instanceof RuleSetFailed failed) {
        throw failed;
      }
      throw failed(Reason.of(broken.getCause()), broken.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      if (decision != null) {
        leave(decision);
      }
      throw failed("it was stopped", stopped);
    }
  }

  private void leave(WatchedDecision<Verdict> decision) {
    running(1);
    if (!decision.leave()) {
      // It ended just now, late.
      running(-1);
    }
  }

  private boolean isTooMuch() {
    boolean proven = decided.get() >= PROOF;
    return ALL_RUNNING.get() >= (proven ? MOST_EVER : MOST_OF_ALL_SETS)
        || !proven && stillRunning.get() >= MOST_OF_ALL_VERSIONS;
  }

  private void running(int more) {
    stillRunning.addAndGet(more);
    ALL_RUNNING.addAndGet(more);
  }

  @Override
  public boolean isGivenUp() {
    return leftBehind.get() >= MOST_LEFT_BEHIND;
  }

  private Verdict decide(LeadFacts facts, Outcomes outcomes) {
    BoundedPattern.limit(limit.toNanos());
    KieSession session = base.newKieSession();
    try {
      session.addEventListener(outcomes);
      session.getGlobals().set(Outcomes.NAME, outcomes);
      session.insert(facts);
      if (session.fireAllRules(LIMIT) >= LIMIT) {
        throw failed("its rules trigger each other without end" + outcomes.last(), null);
      }
      return new Verdict(ruleSet, version, List.copyOf(outcomes.fired()));
    } finally {
      session.dispose();
    }
  }

  private RuleSetFailed failed(String why, @Nullable Throwable cause) {
    return new RuleSetFailed(ruleSet, version, why, cause);
  }
}
