package org.leadflow.routing.explain;

import org.leadflow.routing.Decided;
import org.leadflow.rules.explain.HitCounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Counts the rules of every decision that holds. A rule that is only asked, because somebody tries
 * or replays it, is not counted.
 */
@Component
class HitsOfDecisions {

  private final HitCounts hits;

  HitsOfDecisions(HitCounts hits) {
    this.hits = hits;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void count(Decided decided) {
    decided.verdicts().forEach(hits::count);
  }
}
