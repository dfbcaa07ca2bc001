package org.leadflow.qualification;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.customer.Account;
import org.leadflow.customer.Contact;
import org.leadflow.customer.Customers;
import org.leadflow.customer.Opportunity;
import org.leadflow.duplicates.Candidates;
import org.leadflow.duplicates.Match;
import org.leadflow.lead.Lead;
import org.leadflow.lead.StateCode;
import org.leadflow.lead.StatusCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Works out what a qualification would do. Nothing is written; whoever is about to carry the plan
 * out holds the lead and, through {@link Duplication#lock}, the keys of its customers.
 */
@Component
class Planning {

  private final Validator validator;
  private final Targets targets;
  private final Wishes wishes;
  private final Duplication duplication;
  private final Candidates candidates;
  private final Customers customers;
  private final PlannedRecords records;
  private final Rights rights;
  private final PlansInHand inHand;

  Planning(
      Validator validator,
      Targets targets,
      Wishes wishes,
      Duplication duplication,
      Candidates candidates,
      Customers customers,
      PlannedRecords records,
      Rights rights,
      PlansInHand inHand) {
    this.validator = validator;
    this.targets = targets;
    this.wishes = wishes;
    this.duplication = duplication;
    this.candidates = candidates;
    this.customers = customers;
    this.records = records;
    this.rights = rights;
    this.inHand = inHand;
  }

  Outcome plan(Lead lead, QualifyLead request) {
    Optional<Plan> known = inHand.find(lead, request);
    if (known.isPresent()) {
      return new Outcome.Possible(known.get());
    }
    Optional<Verdict.No> no = rights.missing(request).or(() -> unreadable(request));
    if (no.isPresent()) {
      return new Outcome.Impossible(no.get());
    }
    Targets.Found found = targets.find(lead, request);
    if (!found.faults().isEmpty()) {
      return new Outcome.Impossible(
          new Verdict.No(
              HttpStatus.CONFLICT,
              "target-not-usable",
              "A chosen record cannot be used.",
              found.faults(),
              Map.of()));
    }
    Wishes.Result wished = wishes.of(lead, request, found);
    if (wished.no() != null) {
      return new Outcome.Impossible(wished.no());
    }
    return planned(lead, request, found, wished.steps());
  }

  private Optional<Verdict.No> unreadable(QualifyLead request) {
    List<FieldFault> faults =
        validator.validate(request).stream()
            .map(fault -> new FieldFault(fault.getPropertyPath().toString(), fault.getMessage()))
            .toList();
    if (!faults.isEmpty()) {
      return Optional.of(
          Verdict.No.invalid("incomplete", "The lead cannot be qualified like this.", faults));
    }
    Integer status = request.status();
    return status == null || status == -1 || status == StatusCode.QUALIFIED.code()
        ? Optional.empty()
        : Optional.of(
            new Verdict.No(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "invalid-status",
                "This is no reason of the state Qualified.",
                List.of(
                    new FieldFault(
                        "status",
                        "must be -1 or one of " + StatusCode.choices(StateCode.QUALIFIED))),
                Map.of("dynamicsCode", "0x80048408")));
  }

  private Outcome planned(
      Lead lead, QualifyLead request, Targets.Found found, Map<RecordType, Wishes.Step> steps) {
    List<FieldFault> faults = new ArrayList<>();
    List<Match> undecided = new ArrayList<>();

    Account existing = found.account();
    if (existing == null && steps.get(RecordType.ACCOUNT).creates()) {
      List<Match> matches = duplication.accounts(lead, request);
      existing =
          Duplication.toLink(matches, request)
              .flatMap(customers::account)
              .filter(account -> rights.mayRead(Optional.of(account)))
              .orElse(null);
      undecided.addAll(existing == null ? matches : List.of());
    }
    Planned<Account> account =
        records.account(lead, existing, steps.get(RecordType.ACCOUNT), faults);

    Contact person = found.contact();
    if (person == null && steps.get(RecordType.CONTACT).creates()) {
      List<Match> matches =
          duplication.contacts(lead, request, existing == null ? null : existing.accountId());
      person =
          Duplication.toLink(matches, request)
              .flatMap(customers::contact)
              .filter(contact -> rights.mayRead(Optional.of(contact)))
              .filter(contact -> fits(contact, account.id()))
              .orElse(null);
      undecided.addAll(person == null ? matches : List.of());
    }
    Planned<Contact> contact =
        records.contact(lead, person, account.id(), steps.get(RecordType.CONTACT), faults);

    Planned<Opportunity> opportunity =
        records.opportunity(
            lead,
            request,
            found.opportunity(),
            account.id(),
            contact.id(),
            steps.get(RecordType.OPPORTUNITY),
            faults);
    if (!faults.isEmpty()) {
      return new Outcome.Impossible(
          Verdict.No.invalid("incomplete", "The lead cannot be qualified like this.", faults));
    }
    Plan plan =
        new Plan(
            lead,
            request,
            account,
            contact,
            opportunity,
            List.copyOf(undecided),
            PlanToken.of(account, contact, opportunity));
    inHand.keep(plan);
    return new Outcome.Possible(plan);
  }

  private static boolean fits(Contact contact, @Nullable UUID accountId) {
    return contact.parentAccountId() == null || contact.parentAccountId().equals(accountId);
  }

  /** Whether the plan can be carried out: nothing is left to decide, and it is the one seen. */
  Verdict decided(Plan plan) {
    String seen = plan.request().planToken();
    if (seen != null && !seen.equals(plan.token())) {
      return Verdict.No.conflict(
          "plan-changed", "Something changed since the plan was made: make it again.");
    }
    if (plan.duplicates().isEmpty()) {
      return new Verdict.Fine();
    }
    Candidates.Seen shown = candidates.of(plan.duplicates());
    return new Verdict.No(
        HttpStatus.PRECONDITION_FAILED,
        "duplicate-found",
        DuplicateAnswer.sentence(shown),
        List.of(),
        DuplicateAnswer.details(plan, shown));
  }

  Preview.Possible shown(Plan plan) {
    return new Preview.Possible(
        PlanView.dry(plan),
        plan.token(),
        plan.duplicates().isEmpty()
            ? Map.of()
            : DuplicateAnswer.details(plan, candidates.of(plan.duplicates())));
  }

  /** What came of planning. */
  sealed interface Outcome {

    record Possible(Plan plan) implements Outcome {}

    record Impossible(Verdict.No no) implements Outcome {}
  }
}
