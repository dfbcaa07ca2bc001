package org.leadflow.process.lifecycle;

import org.camunda.bpm.engine.RuntimeService;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadEvent.LeadReactivated;
import org.leadflow.lead.LeadLife;
import org.leadflow.lead.LeadRecords;
import org.leadflow.offer.Offers;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.organization.Ownership;
import org.leadflow.process.Refusals;
import org.leadflow.routing.Assigning;
import org.leadflow.routing.Judgement;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts a new lifecycle for a reactivated lead, in the transaction that reactivates it: with its
 * owner, or at routing when he is gone, was the lead desk, or a partner who had not accepted it
 * yet. The time to respond begins anew, unless the lead is back as if nothing had happened.
 */
@Component
class Reactivating {

  private final LeadRecords leads;
  private final LeadLife life;
  private final Assigning assigning;
  private final Judgement judgement;
  private final Offers offers;
  private final RuntimeService runtime;

  Reactivating(
      LeadRecords leads,
      LeadLife life,
      Assigning assigning,
      Judgement judgement,
      Offers offers,
      RuntimeService runtime) {
    this.leads = leads;
    this.life = life;
    this.assigning = assigning;
    this.judgement = judgement;
    this.offers = offers;
    this.runtime = runtime;
  }

  @EventListener
  void start(LeadReactivated reactivated) {
    Lead lead = leads.get(reactivated.leadId());
    if (lead.score() == null) {
      // It was merged into another one before anybody had asked how promising it is.
      judgement.score(lead);
      lead = leads.get(reactivated.leadId());
    }
    if (lead.slaDueOn() == null) {
      life.due(
          lead,
          assigning.dueFromNow(
              lead, new Ownership(lead.owner(), lead.owningBusinessUnit(), lead.owningPartner())));
    }
    boolean ownerStays =
        !lead.owner().equals(Owner.team(Organization.INTAKE_TEAM)) && !offers.wasUnanswered(lead);
    String key = lead.leadId().toString();
    Refusals.unwrapped(
        () ->
            runtime
                .createMessageCorrelation(LeadLifecycle.LEAD_REACTIVATED)
                .processInstanceBusinessKey(key)
                .setVariable("ownerStays", ownerStays)
                .correlateStartMessage());
  }
}
