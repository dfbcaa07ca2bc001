package org.leadflow.process.deadline;

import java.util.UUID;
import org.leadflow.lead.LeadEvent.LeadContacted;
import org.leadflow.lead.LeadRecords;
import org.leadflow.routing.Assigning.AssignedByHand;
import org.leadflow.routing.Rerouting.Rerouted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves the timers of a task that stays while its lead changes: it has another owner, or a call was
 * noted. Done after the commit; a timer that was not moved comes too soon and is set again then.
 */
@Component
class MovedDeadlines {

  private static final Logger log = LoggerFactory.getLogger(MovedDeadlines.class);

  private final LeadRecords leads;
  private final WorkTimers timers;
  private final TransactionTemplate transaction;

  MovedDeadlines(LeadRecords leads, WorkTimers timers, PlatformTransactionManager transactions) {
    this.leads = leads;
    this.timers = timers;
    this.transaction = new TransactionTemplate(transactions);
    transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @TransactionalEventListener
  void on(AssignedByHand assigned) {
    move(assigned.leadId());
  }

  @TransactionalEventListener
  void on(Rerouted rerouted) {
    move(rerouted.leadId());
  }

  @TransactionalEventListener
  void on(LeadContacted contacted) {
    move(contacted.leadId());
  }

  private void move(UUID leadId) {
    try {
      transaction.executeWithoutResult(status -> leads.find(leadId).ifPresent(timers::move));
    } catch (RuntimeException busy) {
      log.debug("The timers of lead {} were not moved", leadId, busy);
    }
  }
}
