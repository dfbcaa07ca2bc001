package org.leadflow.process.lifecycle;

import java.time.Clock;
import java.util.List;
import org.leadflow.core.CurrentActor;
import org.leadflow.lead.LeadEvent.LeadReceived;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Accept, then run. A lead is noted as pending with its own commit, so it is never lost once
 * acknowledged; its process starts right after that commit, beside the request. What a crash or a
 * full queue left behind is swept up.
 */
@Component
class Reception {

  private static final int SWEEP = 500;

  private final PendingStarts pending;
  private final Starting starting;
  private final BulkStarts bulk;
  private final ProcessSettings settings;
  private final CurrentActor actor;
  private final Clock clock;
  private final StartQueue queue;

  Reception(
      PendingStarts pending,
      Starting starting,
      BulkStarts bulk,
      @Qualifier("leadStarter") TaskExecutor executor,
      ProcessSettings settings,
      CurrentActor actor,
      Clock clock) {
    this.pending = pending;
    this.starting = starting;
    this.bulk = bulk;
    this.settings = settings;
    this.actor = actor;
    this.clock = clock;
    this.queue = new StartQueue(settings.waiting(), executor, starting);
  }

  @EventListener
  void accept(LeadReceived received) {
    pending.add(received.leadId(), clock.instant(), isBulk());
  }

  /** Nobody waits for one lead of thousands; {@link BulkStarts} takes them by the dozen. */
  private boolean isBulk() {
    return actor.get().door().isBulk();
  }

  @TransactionalEventListener
  void run(LeadReceived received) {
    if (isBulk()) {
      bulk.wake();
      return;
    }
    queue.add(received.leadId());
  }

  @Scheduled(fixedDelayString = "${leadflow.process.sweep-every:5s}")
  void sweep() {
    pending
        .before(clock.instant().minus(settings.startGrace()), SWEEP)
        .forEach(lead -> starting.start(List.of(lead)));
  }
}
