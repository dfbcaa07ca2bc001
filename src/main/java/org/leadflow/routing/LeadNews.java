package org.leadflow.routing;

import java.util.UUID;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadEvent.LeadChanged;
import org.leadflow.lead.LeadRecords;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.routing.Occasion.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Asks the rules again about a lead that lies at the lead desk because they had no answer, a moment
 * after what they know of it changed. Whoever has a lead keeps it: no change of its fields takes it
 * away, so that nothing goes to and fro. What a crash forgets the lead desk still has, and what is
 * dropped of too many at once.
 */
@Component
class LeadNews {

  private static final Logger log = LoggerFactory.getLogger(LeadNews.class);
  private static final Owner DESK = Owner.team(Organization.INTAKE_TEAM);

  /** The thread is that of all that happens from time to time, so nothing may keep it for long. */
  private static final int AT_ONCE = 50;

  private static final int KEPT = 100_000;

  private final ChangedLeads changed = new ChangedLeads(KEPT);
  private final LeadRecords leads;
  private final Facts facts;
  private final Routing routing;
  private final Judgement judgement;
  private final Rerouting rerouting;
  private final TransactionOperations transactions;

  LeadNews(
      LeadRecords leads,
      Facts facts,
      Routing routing,
      Judgement judgement,
      Rerouting rerouting,
      TransactionOperations transactions) {
    this.leads = leads;
    this.facts = facts;
    this.routing = routing;
    this.judgement = judgement;
    this.rerouting = rerouting;
    this.transactions = transactions;
  }

  /**
   * Only noted: the change must not fail because of it, and whoever made it holds his connection
   * still and would wait for a second one.
   */
  @TransactionalEventListener
  void on(LeadChanged news) {
    // One without a score is on its way, and routed as it stands when it gets there.
    if (news.before().owner().equals(DESK) && news.before().score() != null) {
      changed.note(news.leadId(), facts.of(news.before()).hashCode());
    }
  }

  @Scheduled(fixedDelay = 500)
  void decideAgain() {
    changed.next(AT_ONCE).forEach(this::decideAgain);
  }

  private void decideAgain(UUID leadId, int before) {
    try {
      transactions.executeWithoutResult(status -> decideAgain(leads.locked(leadId), before));
    } catch (RuntimeException busy) {
      log.info("Lead {} stays at the lead desk after it changed", leadId, busy);
    }
  }

  private void decideAgain(Lead now, int before) {
    if (!now.isOpen()
        || !now.owner().equals(DESK)
        || facts.of(now).hashCode() == before
        || !rerouting.hadNoAnswer(now)
        || !routing.decide(now).hasTarget()) {
      return;
    }
    judgement.score(now);
    rerouting.again(now.leadId(), new Occasion(Why.CHANGED, null, null, null));
  }
}
