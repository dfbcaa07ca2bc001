package org.leadflow.routing;

import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadEvent.LeadChanged;
import org.leadflow.lead.LeadRecords;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.routing.Occasion.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the rules again about a lead that lies at the lead desk because they had no answer, as soon
 * as what they know of it changes. Whoever has a lead keeps it: no change of its fields takes it
 * away, so that nothing goes to and fro.
 */
@Component
class LeadNews {

  private static final Logger log = LoggerFactory.getLogger(LeadNews.class);
  private static final Owner DESK = Owner.team(Organization.INTAKE_TEAM);

  private final LeadRecords leads;
  private final Facts facts;
  private final Routing routing;
  private final Judgement judgement;
  private final Rerouting rerouting;
  private final TransactionTemplate transaction;

  LeadNews(
      LeadRecords leads,
      Facts facts,
      Routing routing,
      Judgement judgement,
      Rerouting rerouting,
      PlatformTransactionManager transactions) {
    this.leads = leads;
    this.facts = facts;
    this.routing = routing;
    this.judgement = judgement;
    this.rerouting = rerouting;
    this.transaction = new TransactionTemplate(transactions);
    transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** After the change, which must not fail because of it. */
  @TransactionalEventListener
  void on(LeadChanged changed) {
    Lead before = changed.before();
    // One without a score is on its way, and routed as it stands when it gets there.
    if (before.owner().equals(DESK) && before.score() != null) {
      try {
        transaction.executeWithoutResult(status -> decideAgain(before));
      } catch (RuntimeException busy) {
        log.info("Lead {} stays at the lead desk after it changed", before.leadId(), busy);
      }
    }
  }

  private void decideAgain(Lead before) {
    Lead now = leads.locked(before.leadId());
    if (!now.isOpen()
        || !now.owner().equals(DESK)
        || facts.of(now).equals(facts.of(before))
        || !rerouting.hadNoAnswer(now)
        || !routing.decide(now).hasTarget()) {
      return;
    }
    judgement.score(now);
    rerouting.again(now.leadId(), new Occasion(Why.CHANGED, null, null, null));
  }
}
