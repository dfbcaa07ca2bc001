package org.leadflow.routing.replay;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.leadflow.routing.Decided;
import org.leadflow.routing.Decision.Question;
import org.leadflow.routing.replay.ShadowCounts.Seen;
import org.leadflow.routing.replay.Shadows.Shadow;
import org.leadflow.rules.Fired;
import org.leadflow.rules.RuleSetFailed;
import org.leadflow.rules.Verdict;
import org.leadflow.rules.explain.Reasons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Asks the shadows about every lead that rules decided about, after that was committed and on a
 * thread of its own. When too many wait, the next are counted as dropped.
 */
@Component
class ShadowRun {

  private static final Logger log = LoggerFactory.getLogger(ShadowRun.class);
  private static final String SCREENING = "screening";

  private static final int EXAMPLES_OF_A_NODE = 200;

  private final Shadows shadows;
  private final ShadowCounts counts;
  private final ShadowTable table;
  private final Clock clock;
  private final BlockingQueue<Decided> waiting;
  private final Map<String, Integer> examples = new HashMap<>();
  private final Thread thread = new Thread(this::work, "shadow");

  ShadowRun(
      Shadows shadows,
      ShadowCounts counts,
      ShadowTable table,
      Clock clock,
      @Value("${leadflow.rules.shadow.waiting:1000}") int most) {
    this.shadows = shadows;
    this.counts = counts;
    this.table = table;
    this.clock = clock;
    this.waiting = new ArrayBlockingQueue<>(most);
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  @TransactionalEventListener(fallbackExecution = true)
  void offer(Decided decided) {
    Map<String, Shadow> active = shadows.active();
    if (!active.isEmpty() && !waiting.offer(decided)) {
      for (Verdict verdict : asked(decided)) {
        Shadow shadow = active.get(verdict.ruleSet());
        if (shadow != null) {
          counts.count(shadow.ruleSet(), shadow.version(), "", Seen.DROPPED);
        }
      }
    }
  }

  /** A lead that is scored passed screening, of which nothing is kept. */
  private static List<Verdict> asked(Decided decided) {
    if (decided.question() != Question.SCORING) {
      return decided.verdicts();
    }
    var asked = new ArrayList<>(decided.verdicts());
    asked.add(0, new Verdict(SCREENING, "", List.of()));
    return asked;
  }

  private void work() {
    try {
      while (true) {
        Decided decided = waiting.take();
        Map<String, Shadow> active = shadows.active();
        for (Verdict verdict : asked(decided)) {
          Shadow shadow = active.get(verdict.ruleSet());
          if (shadow != null) {
            compare(decided, verdict, shadow);
          }
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Never throws: a draft may be as broken as it likes. */
  private void compare(Decided decided, Verdict active, Shadow shadow) {
    String rule = Reasons.decider(active).map(Fired::ruleId).orElse("");
    try {
      Verdict other = shadow.rules().ask(shadow.ruleSet(), decided.facts());
      boolean agreed = Reasons.answer(active).equals(Reasons.answer(other));
      counts.count(shadow.ruleSet(), shadow.version(), rule, agreed ? Seen.AGREED : Seen.DIFFERED);
      if (!agreed && examples.merge(shadow.version(), 1, Integer::sum) <= EXAMPLES_OF_A_NODE) {
        table.add(shadow.ruleSet(), shadow.version(), example(decided, active, other));
      }
    } catch (RuleSetFailed broken) {
      counts.count(shadow.ruleSet(), shadow.version(), rule, Seen.FAILED);
    } catch (RuntimeException | StackOverflowError failed) {
      counts.count(shadow.ruleSet(), shadow.version(), rule, Seen.FAILED);
      log.warn("The shadow of {} could not be asked", shadow.ruleSet(), failed);
    }
  }

  private Agreement.Example example(Decided decided, Verdict active, Verdict other) {
    return new Agreement.Example(
        decided.leadId(),
        clock.instant(),
        active.version(),
        Reasons.decider(active).map(Fired::ruleId).orElse(""),
        Reasons.answer(active),
        Reasons.decider(other).map(Fired::ruleId).orElse(""),
        Reasons.answer(other));
  }

  @PreDestroy
  void stop() throws InterruptedException {
    thread.interrupt();
    thread.join(2000);
  }
}
