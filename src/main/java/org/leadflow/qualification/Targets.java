package org.leadflow.qualification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Owned;
import org.leadflow.core.FieldFault;
import org.leadflow.customer.Account;
import org.leadflow.customer.Contact;
import org.leadflow.customer.Customers;
import org.leadflow.customer.Opportunity;
import org.leadflow.customer.Pursuit;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.springframework.stereotype.Component;

/**
 * Finds the existing records a lead joins when it is qualified: those the request names, else those
 * the lead is linked to, else those that follow from them.
 */
@Component
class Targets {

  private final Customers customers;
  private final Pursuit pursuit;
  private final LeadAccess access;

  Targets(Customers customers, Pursuit pursuit, LeadAccess access) {
    this.customers = customers;
    this.pursuit = pursuit;
    this.access = access;
  }

  Found find(Lead lead, QualifyLead request) {
    List<FieldFault> faults = new ArrayList<>();
    Opportunity opportunity =
        request.opportunityId() == null
            ? linked(lead.qualifyingOpportunityId(), pursuit::find)
            : chosen(RecordType.OPPORTUNITY, request.opportunityId(), pursuit::find, faults);
    if (request.opportunityId() != null && opportunity != null && opportunity.stateCode() != 0) {
      faults.add(new FieldFault("opportunityId", "is closed: choose an open opportunity"));
    }
    Contact contact =
        request.contactId() == null
            ? linked(lead.fields().parentContactId(), customers::contact)
            : chosen(RecordType.CONTACT, request.contactId(), customers::contact, faults);
    Account account = account(lead, request, contact, opportunity, faults);
    boolean newAccount = account == null && Boolean.TRUE.equals(request.createAccount());
    if (ofAnother(contact == null ? null : contact.parentAccountId(), account, newAccount)) {
      faults.add(new FieldFault("contactId", "belongs to another account"));
    }
    if (ofAnother(
        opportunity == null ? null : opportunity.parentAccountId(), account, newAccount)) {
      faults.add(new FieldFault("opportunityId", "belongs to another account"));
    }
    return new Found(account, contact, opportunity, faults);
  }

  private @Nullable Account account(
      Lead lead,
      QualifyLead request,
      @Nullable Contact contact,
      @Nullable Opportunity opportunity,
      List<FieldFault> faults) {
    if (request.accountId() != null) {
      return chosen(RecordType.ACCOUNT, request.accountId(), customers::account, faults);
    }
    UUID id = lead.fields().parentAccountId();
    if (id == null && !Boolean.TRUE.equals(request.createAccount())) {
      id = contact == null ? null : contact.parentAccountId();
      id = id == null && opportunity != null ? opportunity.parentAccountId() : id;
    }
    return linked(id, customers::account);
  }

  private static boolean ofAnother(
      @Nullable UUID itsAccount, @Nullable Account account, boolean newAccount) {
    return itsAccount != null
        && (newAccount || account != null && !itsAccount.equals(account.accountId()));
  }

  /** What the lead is linked to already is trusted; it may be gone. */
  private static <T> @Nullable T linked(@Nullable UUID id, Find<T> find) {
    return id == null ? null : find.by(id).orElse(null);
  }

  private <T extends Owned> @Nullable T chosen(
      RecordType type, UUID id, Find<T> find, List<FieldFault> faults) {
    Optional<T> found = find.by(id);
    if (!access.reaches(found)) {
      faults.add(new FieldFault(type.word() + "Id", "there is no " + type.word() + " " + id));
      return null;
    }
    return found.get();
  }

  private interface Find<T> {
    Optional<T> by(UUID id);
  }

  /** The existing records, and why what was named cannot be used. */
  record Found(
      @Nullable Account account,
      @Nullable Contact contact,
      @Nullable Opportunity opportunity,
      List<FieldFault> faults) {}
}
