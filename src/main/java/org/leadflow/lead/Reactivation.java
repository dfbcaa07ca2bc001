package org.leadflow.lead;

import java.util.List;
import java.util.UUID;
import org.leadflow.lead.LeadEvent.LeadReactivated;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Ownership;
import org.leadflow.organization.Team;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens a closed lead again, with everything that is on it. */
@Service
public class Reactivation {

  private final LeadRecords leads;
  private final LeadLife life;
  private final LeadOwners owners;
  private final ClosedLeads closed;
  private final Organization organization;
  private final ApplicationEventPublisher events;

  Reactivation(
      LeadRecords leads,
      LeadLife life,
      LeadOwners owners,
      ClosedLeads closed,
      Organization organization,
      ApplicationEventPublisher events) {
    this.leads = leads;
    this.life = life;
    this.owners = owners;
    this.closed = closed;
    this.organization = organization;
    this.events = events;
  }

  /**
   * Reactivates the lead; an Open one stays as it is. The owner stays when he is still active, else
   * the lead goes to the intake team. Publishes {@link LeadReactivated}; listeners see to its work
   * in the same transaction, or fail it.
   */
  @Transactional
  public Result reactivate(UUID leadId) {
    Lead lead = leads.locked(leadId);
    if (lead.isOpen()) {
      return new Result.AlreadyOpen(lead);
    }
    if (Boolean.TRUE.equals(lead.product().merged())) {
      return new Result.IsMerged(lead);
    }
    life.reactivated(lead);
    goOn(lead);
    return new Result.Reactivated(leads.get(leadId));
  }

  /**
   * Opens a lead again that was merged into another; the caller holds it and took the rest back.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void unmerged(Lead lead) {
    life.unmerged(lead);
    goOn(lead);
  }

  private void goOn(Lead lead) {
    UUID leadId = lead.leadId();
    if (organization.ownership(lead.owner()).isEmpty()) {
      Team intake = organization.intakeTeam();
      owners.assign(
          leads.get(leadId), Ownership.of(intake), "The owner is no longer active.", null, null);
    }
    events.publishEvent(new LeadReactivated(leadId));
  }

  /** Every time the lead was closed, newest first. */
  @Transactional(readOnly = true)
  public List<Closing> closings(Lead lead) {
    return closed.of(lead);
  }

  /** What came of the wish to reactivate a lead. */
  public sealed interface Result {

    Lead lead();

    /** It is Open again. */
    record Reactivated(Lead lead) implements Result {}

    /** It was merged into another one, which is undone and not reactivated. */
    record IsMerged(Lead lead) implements Result {}

    /** It was Open, and nothing happened. */
    record AlreadyOpen(Lead lead) implements Result {}
  }
}
