package org.leadflow.qualification;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.leadflow.customer.Customers;
import org.leadflow.customer.Pursuit;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadLife;
import org.leadflow.lead.LeadRecords;
import org.leadflow.organization.Currencies;
import org.leadflow.qualification.Conversion.Step;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps in which a lead is ended, in the order the process takes them, all in the transaction
 * of the answer. A step whose record is not planned does nothing.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Qualification {

  private final AnswerCheck answers;
  private final Planning planning;
  private final Duplication duplication;
  private final PlansInHand plans;
  private final Conversions conversions;
  private final ConversionBook book;
  private final LeadRecords leads;
  private final LeadLife life;
  private final Customers customers;
  private final Pursuit pursuit;
  private final Following following;
  private final QualificationSettings settings;
  private final Currencies currencies;
  private final Clock clock;

  Qualification(
      AnswerCheck answers,
      Planning planning,
      Duplication duplication,
      PlansInHand plans,
      Conversions conversions,
      ConversionBook book,
      LeadRecords leads,
      LeadLife life,
      Customers customers,
      Pursuit pursuit,
      Following following,
      QualificationSettings settings,
      Currencies currencies,
      Clock clock) {
    this.answers = answers;
    this.planning = planning;
    this.duplication = duplication;
    this.plans = plans;
    this.conversions = conversions;
    this.book = book;
    this.leads = leads;
    this.life = life;
    this.customers = customers;
    this.pursuit = pursuit;
    this.following = following;
    this.settings = settings;
    this.currencies = currencies;
    this.clock = clock;
  }

  /**
   * Whether this answer can be carried out for the lead as it stands; the caller holds the lead.
   * Writes nothing, but nobody else creates customers like this lead's until the transaction ends.
   */
  public Verdict check(Lead lead, Answer answer) {
    if (lead.isOpen()
        && answer instanceof Answer.Qualified
        && plans.find(lead.leadId()).isEmpty()) {
      duplication.lock(lead);
    }
    return answers.of(lead, answer);
  }

  /** What a qualification would do; nothing is written and nothing is locked. */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public Preview preview(Lead lead, QualifyLead request) {
    return answers.preview(lead, request);
  }

  /** What the qualification of this lead did in the current transaction. */
  public PlanView done(UUID leadId) {
    return PlanView.done(planned(leadId));
  }

  /**
   * What the opportunity that is planned for this lead in the current transaction is worth, in the
   * base currency; as it stands when there is no rate. Empty when none is to be created, or nobody
   * says.
   */
  public Optional<BigDecimal> plannedAmount(UUID leadId) {
    return plans
        .find(leadId)
        .map(Plan::opportunity)
        .filter(planned -> planned.step() == Step.CREATE)
        .map(Planned::after)
        .filter(opportunity -> opportunity.estimatedAmount() != null)
        .map(
            opportunity ->
                currencies
                    .convert(
                        opportunity.estimatedAmount(),
                        opportunity.transactionCurrencyId(),
                        currencies.base())
                    .orElse(opportunity.estimatedAmount()));
  }

  /** Until when what is done now can be undone. */
  public Instant undoUntil() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(settings.undoWithin());
  }

  /**
   * Fixes what the lead will be turned into, as its check found. The steps that follow carry it out
   * in the same transaction.
   */
  public void plan(UUID leadId, QualifyLead request) {
    Lead lead = leads.get(leadId);
    if (plans.find(lead, request).isEmpty()
        && check(lead, new Answer.Qualified(request)) instanceof Verdict.No no) {
      throw no.refused();
    }
  }

  public void createAccount(UUID leadId) {
    var account = planned(leadId).account();
    if (account.step() == Step.CREATE) {
      customers.open(account.after());
    } else if (account.step() == Step.LINK) {
      requireUnchanged(account.before(), customers.lockedAccount(account.id()));
      if (!account.filled().isEmpty()) {
        customers.change(account.after());
      }
    }
  }

  public void createContact(UUID leadId) {
    var contact = planned(leadId).contact();
    if (contact.step() == Step.CREATE) {
      customers.open(contact.after());
    } else if (contact.step() == Step.LINK) {
      requireUnchanged(contact.before(), customers.lockedContact(contact.id()));
      if (!contact.filled().isEmpty()) {
        customers.change(contact.after());
      }
    }
  }

  public void createOpportunity(UUID leadId) {
    var opportunity = planned(leadId).opportunity();
    if (opportunity.step() == Step.CREATE) {
      pursuit.open(opportunity.after());
    } else if (opportunity.step() == Step.LINK) {
      requireUnchanged(opportunity.before(), pursuit.locked(opportunity.id()));
      if (!opportunity.filled().isEmpty()) {
        pursuit.change(
            opportunity.after(), opportunity.filled().stream().map(Planned.Filled::field).toList());
      }
    }
  }

  /** An existing record is linked as the plan saw it; one that is gone meanwhile is not. */
  private static <R> void requireUnchanged(R planned, Optional<R> now) {
    if (!now.equals(Optional.of(planned))) {
      throw new OptimisticLockingFailureException("a record to link changed since the plan");
    }
  }

  /** Closes the lead as Qualified, linked to what it became, and lets its open work follow. */
  public void qualify(UUID leadId) {
    Plan plan = planned(leadId);
    Lead lead = leads.get(leadId);
    Set<RecordType> associated = following.follow(plan);
    life.qualified(
        lead,
        plan.account().id(),
        plan.contact().id(),
        plan.opportunity().id(),
        plan.request().comment(),
        Boolean.TRUE.equals(plan.request().suppressDuplicateDetection())
            ? "without looking for duplicates"
            : null);
    book.enter(plan, associated);
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

  private Plan planned(UUID leadId) {
    return plans
        .find(leadId)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The steps of a conversion run in the transaction that planned it: take the save"
                        + " points between them out of the diagram."));
  }
}
