package org.leadflow.qualification;

import jakarta.validation.Validator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.CurrentActor;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Ids;
import org.leadflow.customer.Customers;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.StateCode;
import org.leadflow.lead.StatusCode;
import org.leadflow.qualification.Conversion.Step;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Decides before anything is written whether an answer can be carried out, and what a qualification
 * would do.
 */
@Component
class Planning {

  private final Validator validator;
  private final Customers customers;
  private final LeadAccess access;
  private final CurrentActor actor;
  private final Clock clock;

  Planning(
      Validator validator,
      Customers customers,
      LeadAccess access,
      CurrentActor actor,
      Clock clock) {
    this.validator = validator;
    this.customers = customers;
    this.access = access;
    this.actor = actor;
    this.clock = clock;
  }

  Verdict check(Lead lead, Answer answer) {
    if (!lead.isOpen()) {
      return new Verdict.No(
          HttpStatus.CONFLICT,
          "lead-closed",
          "The lead is " + lead.state().label() + "; reactivate it before it is worked on.",
          List.of());
    }
    if (answer instanceof Answer.Disqualified given
        && given.reason().state() != StateCode.DISQUALIFIED) {
      return new Verdict.No(
          HttpStatus.UNPROCESSABLE_ENTITY,
          "invalid-status",
          given.reason().label() + " is no reason to disqualify.",
          List.of(
              new FieldFault(
                  "statusCode", "must be one of " + StatusCode.choices(StateCode.DISQUALIFIED))));
    }
    if (answer instanceof Answer.Disqualified given && given.reason() == StatusCode.DUPLICATE) {
      return new Verdict.No(
          HttpStatus.UNPROCESSABLE_ENTITY,
          "invalid-status",
          "A duplicate is closed by merging it into the other lead.",
          List.of(new FieldFault("statusCode", "cannot be Duplicate here")));
    }
    if (answer instanceof Answer.Disqualified && lead.qualifyingOpportunityId() != null) {
      return new Verdict.No(
          HttpStatus.CONFLICT,
          "opportunity-exists",
          "Opportunity "
              + lead.qualifyingOpportunityId()
              + " was made from this lead; while it exists, the lead is not disqualified.",
          List.of());
    }
    return answer instanceof Answer.Qualified given
        ? check(lead, given.request())
        : new Verdict.Fine();
  }

  private Verdict check(Lead lead, QualifyLead request) {
    List<FieldFault> faults = new ArrayList<>();
    validator
        .validate(request)
        .forEach(
            fault ->
                faults.add(new FieldFault(fault.getPropertyPath().toString(), fault.getMessage())));
    Conversion plan = plan(lead, request);
    if (Boolean.TRUE.equals(request.createAccount()) && plan.accountStep() == Step.SKIP) {
      faults.add(new FieldFault("companyName", "is needed to create an account"));
    }
    if (plan.opportunityStep() == Step.CREATE) {
      if (plan.accountStep() == Step.SKIP && plan.contactStep() == Step.SKIP) {
        faults.add(
            new FieldFault("createOpportunity", "needs an account or a contact as its customer"));
      }
      if (plan.transactionCurrencyId() == null) {
        faults.add(
            new FieldFault(
                "opportunityCurrencyId", "is needed with an opportunity: choose a currency"));
      }
    }
    if (plan.accountStep() == Step.LINK && !access.reaches(customers.account(plan.accountId()))) {
      faults.add(new FieldFault("accountId", "there is no account " + plan.accountId()));
    }
    if (plan.contactStep() == Step.LINK && !access.reaches(customers.contact(plan.contactId()))) {
      faults.add(new FieldFault("contactId", "there is no contact " + plan.contactId()));
    }
    return faults.isEmpty()
        ? new Verdict.Fine()
        : new Verdict.No(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "incomplete",
            "The lead cannot be qualified like this.",
            faults);
  }

  /** What would be done; nothing is written. */
  Conversion plan(Lead lead, QualifyLead request) {
    UUID account = firstOf(request.accountId(), lead.fields().parentAccountId());
    UUID contact = firstOf(request.contactId(), lead.fields().parentContactId());
    Step accountStep = step(account, request.wantsAccount() && lead.fields().companyName() != null);
    Step contactStep = step(contact, request.wantsContact());
    UUID opportunity = lead.qualifyingOpportunityId();
    Step opportunityStep = step(opportunity, request.wantsOpportunity());
    return new Conversion(
        Ids.next(),
        null,
        lead.leadId(),
        lead.trailLength(),
        accountStep,
        accountStep == Step.CREATE ? Ids.next() : account,
        contactStep,
        contactStep == Step.CREATE ? Ids.next() : contact,
        opportunityStep,
        opportunityStep == Step.CREATE ? Ids.next() : opportunity,
        firstOf(request.opportunityName(), lead.fields().subject()),
        firstOf(request.opportunityCurrencyId(), lead.fields().transactionCurrencyId()),
        firstOf(request.estimatedAmount(), lead.fields().estimatedAmount()),
        firstOf(request.estimatedCloseDate(), lead.fields().estimatedCloseDate()),
        request.comment(),
        clock.instant(),
        actor.get().id(),
        null);
  }

  private static Step step(@Nullable UUID existing, boolean create) {
    if (existing != null) {
      return Step.LINK;
    }
    return create ? Step.CREATE : Step.SKIP;
  }

  private static <T> @Nullable T firstOf(@Nullable T preferred, @Nullable T otherwise) {
    return preferred != null ? preferred : otherwise;
  }
}
