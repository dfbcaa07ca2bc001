package org.leadflow.rules.drools;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
  private static final int MOST_WAITS = 10;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  /** Threads left behind cannot be ended, so that there may only be so many. */
  private static final ThreadPoolExecutor THREADS =
      new ThreadPoolExecutor(
          0,
          16,
          30,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          work -> {
            var thread = new Thread(work, "rules");
            thread.setDaemon(true);
            thread.setContextClassLoader(WatchedRules.class.getClassLoader());
            return thread;
          });

  private final String ruleSet;
  private final String version;
  private final Map<String, Rule> bySentence;
  private final KieBase base;
  private final Duration limit;
  private final AtomicInteger leftBehind = new AtomicInteger();

  WatchedRules(
      String ruleSet, String version, Map<String, Rule> bySentence, KieBase base, Duration limit) {
    this.ruleSet = ruleSet;
    this.version = version;
    this.bySentence = Map.copyOf(bySentence);
    this.base = base;
    this.limit = limit;
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
    if (leftBehind.get() >= MOST_LEFT_BEHIND) {
      throw failed("it is not asked any more, for its rules did not come to an end before", null);
    }
    var outcomes = new Outcomes(bySentence, facts, everyRow);
    Future<Verdict> running = start(() -> decide(facts, outcomes));
    try {
      return await(running, outcomes);
    } catch (TimeoutException over) {
      leftBehind.incrementAndGet();
      running.cancel(true);
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
      running.cancel(true);
      throw failed("it was stopped", stopped);
    }
  }

  /** On a machine that has other things to do, waiting is not the fault of the rules. */
  private Verdict await(Future<Verdict> running, Outcomes outcomes)
      throws InterruptedException, ExecutionException, TimeoutException {
    for (int waited = 1; ; waited++) {
      try {
        return running.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException over) {
        if (waited == MOST_WAITS
            || CPU.getThreadCpuTime(outcomes.thread()) >= limit.toNanos() / 2) {
          throw over;
        }
      }
    }
  }

  private Future<Verdict> start(Callable<Verdict> work) {
    for (int attempt = 0; ; attempt++) {
      try {
        return THREADS.submit(work);
      } catch (RejectedExecutionException busy) {
        if (attempt == 100) {
          throw failed("too many decisions are under way", busy);
        }
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(Math.max(1, limit.toMillis() / 100));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw failed("it was stopped", stopped);
    }
  }

  private Verdict decide(LeadFacts facts, Outcomes outcomes) {
    outcomes.decidedBy(Thread.currentThread());
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
