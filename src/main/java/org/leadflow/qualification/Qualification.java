package org.leadflow.qualification;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.leadflow.customer.Customers;
import org.leadflow.customer.Pursuit;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadLife;
import org.leadflow.lead.LeadRecords;
import org.leadflow.qualification.Conversion.Step;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps in which a lead is ended, in the order the process takes them, all in the transaction
 * of the answer. A step that finds its work done or not planned does nothing.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Qualification {

  private final Planning planning;
  private final Conversions conversions;
  private final LeadRecords leads;
  private final LeadLife life;
  private final Customers customers;
  private final Pursuit pursuit;
  private final Clock clock;

  Qualification(
      Planning planning,
      Conversions conversions,
      LeadRecords leads,
      LeadLife life,
      Customers customers,
      Pursuit pursuit,
      Clock clock) {
    this.planning = planning;
    this.conversions = conversions;
    this.leads = leads;
    this.life = life;
    this.customers = customers;
    this.pursuit = pursuit;
    this.clock = clock;
  }

  /** Whether this answer can be carried out for the lead as it stands. Writes nothing. */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public Verdict check(Lead lead, Answer answer) {
    return planning.check(lead, answer);
  }

  /**
   * Fixes what the lead will be turned into. A lead that has a plan for this time already fails
   * here, so nothing happens twice.
   */
  public void plan(UUID leadId, QualifyLead request) {
    conversions.save(planning.plan(leads.get(leadId), request));
  }

  public void createAccount(UUID leadId) {
    Conversion conversion = plan(leadId);
    if (conversion.accountStep() == Step.CREATE) {
      customers.open(Mapping.account(leads.get(leadId), conversion));
    }
  }

  public void createContact(UUID leadId) {
    Conversion conversion = plan(leadId);
    if (conversion.contactStep() == Step.CREATE) {
      customers.open(Mapping.contact(leads.get(leadId), conversion));
    }
  }

  public void createOpportunity(UUID leadId) {
    Conversion conversion = plan(leadId);
    if (conversion.opportunityStep() == Step.CREATE) {
      pursuit.open(Mapping.opportunity(leads.get(leadId), conversion));
    }
  }

  /** Closes the lead as Qualified, linked to what it became. */
  public void qualify(UUID leadId) {
    Conversion conversion = plan(leadId);
    life.qualified(
        leads.get(leadId),
        conversion.accountId(),
        conversion.contactId(),
        conversion.opportunityId(),
        conversion.comment());
    conversions.save(conversion.completed(clock.instant()));
  }

  /** Closes the lead as Disqualified. */
  public void disqualify(UUID leadId, Answer.Disqualified answer) {
    life.disqualified(leads.get(leadId), answer.reason(), answer.comment());
  }

  /** Notes that the lead was reached. */
  public void contacted(UUID leadId) {
    life.contacted(leads.get(leadId));
  }

  /** What the lead was turned into the last time; empty when it never was. */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public Optional<Conversion> of(UUID leadId) {
    return conversions.findFirstByLeadIdOrderByPlannedAfterDesc(leadId);
  }

  private Conversion plan(UUID leadId) {
    return of(leadId).orElseThrow();
  }
}
