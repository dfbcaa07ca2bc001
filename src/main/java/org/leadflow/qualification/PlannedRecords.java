package org.leadflow.qualification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.customer.Account;
import org.leadflow.customer.Contact;
import org.leadflow.customer.Customers;
import org.leadflow.customer.Opportunity;
import org.leadflow.lead.Lead;
import org.leadflow.qualification.NewRecords.Customer;
import org.springframework.stereotype.Component;

/**
 * Says of each record what a qualification does about it: one that exists is linked and its empty
 * fields are filled; else it is created when it is wished for; else it is skipped.
 */
@Component
class PlannedRecords {

  private final Mapping mapping;
  private final NewRecords newRecords;
  private final Rights rights;
  private final Customers customers;

  PlannedRecords(Mapping mapping, NewRecords newRecords, Rights rights, Customers customers) {
    this.mapping = mapping;
    this.newRecords = newRecords;
    this.rights = rights;
    this.customers = customers;
  }

  /**
   * @param faults gets why a new one cannot be made; so with the other two
   */
  Planned<Account> account(
      Lead lead, @Nullable Account existing, Wishes.Step step, List<FieldFault> faults) {
    if (existing != null) {
      Map<String, @Nullable Object> values =
          mapping.values(
              RecordType.ACCOUNT,
              lead.fields(),
              existing.transactionCurrencyId(),
              new ArrayList<>());
      return mapping.filled(
          RecordType.ACCOUNT, existing.accountId(), existing, values, rights.mayChange(existing));
    }
    return step.creates()
        ? newRecords.account(
            lead,
            mapping.values(
                RecordType.ACCOUNT, lead.fields(), lead.fields().transactionCurrencyId(), faults))
        : Planned.skipped(RecordType.ACCOUNT, step.reason());
  }

  Planned<Contact> contact(
      Lead lead,
      @Nullable Contact existing,
      @Nullable UUID accountId,
      Wishes.Step step,
      List<FieldFault> faults) {
    if (existing == null && !step.creates()) {
      return Planned.skipped(RecordType.CONTACT, step.reason());
    }
    Map<String, @Nullable Object> values =
        mapping.values(
            RecordType.CONTACT, lead.fields(), null, existing == null ? faults : new ArrayList<>());
    if (existing == null) {
      return newRecords.contact(lead, values, accountId);
    }
    Map<String, @Nullable Object> more = new HashMap<>(values);
    more.putAll(Mapping.optOuts(lead.fields()));
    if (accountId != null) {
      more.put("parentAccountId", accountId);
    }
    return mapping.filled(
        RecordType.CONTACT, existing.contactId(), existing, more, rights.mayChange(existing));
  }

  Planned<Opportunity> opportunity(
      Lead lead,
      QualifyLead request,
      @Nullable Opportunity existing,
      @Nullable UUID accountId,
      @Nullable UUID contactId,
      Wishes.Step step,
      List<FieldFault> faults) {
    if (existing == null && !step.creates()) {
      return Planned.skipped(RecordType.OPPORTUNITY, step.reason());
    }
    String currency = existing == null ? step.currency() : existing.transactionCurrencyId();
    Map<String, @Nullable Object> values =
        mapping.values(
            RecordType.OPPORTUNITY,
            lead.fields(),
            currency,
            existing == null ? faults : new ArrayList<>());
    NewRecords.override(values, request);
    if (existing != null) {
      boolean open = existing.stateCode() == 0;
      return mapping.filled(
          RecordType.OPPORTUNITY,
          existing.opportunityId(),
          existing,
          open ? values : Map.of(),
          rights.mayChange(existing));
    }
    Optional<Customer> customer =
        customer(request.opportunityCustomerId(), accountId, contactId, faults);
    return customer
        .map(whose -> newRecords.opportunity(lead, values, currency, accountId, contactId, whose))
        .orElseGet(() -> Planned.skipped(RecordType.OPPORTUNITY, ""));
  }

  private Optional<Customer> customer(
      @Nullable UUID wanted,
      @Nullable UUID accountId,
      @Nullable UUID contactId,
      List<FieldFault> faults) {
    if (wanted == null) {
      return Stream.of(
              Optional.ofNullable(accountId).map(id -> new Customer(RecordType.ACCOUNT, id)),
              Optional.ofNullable(contactId).map(id -> new Customer(RecordType.CONTACT, id)))
          .flatMap(Optional::stream)
          .findFirst();
    }
    if (wanted.equals(accountId) || rights.mayRead(customers.account(wanted))) {
      return Optional.of(new Customer(RecordType.ACCOUNT, wanted));
    }
    if (wanted.equals(contactId) || rights.mayRead(customers.contact(wanted))) {
      return Optional.of(new Customer(RecordType.CONTACT, wanted));
    }
    faults.add(new FieldFault("opportunityCustomerId", "there is no account or contact " + wanted));
    return Optional.empty();
  }
}
