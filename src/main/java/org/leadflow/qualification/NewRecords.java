package org.leadflow.qualification;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.CurrentActor;
import org.leadflow.core.Ids;
import org.leadflow.core.Records;
import org.leadflow.customer.Account;
import org.leadflow.customer.Contact;
import org.leadflow.customer.Opportunity;
import org.leadflow.customer.Stage;
import org.leadflow.lead.Lead;
import org.springframework.stereotype.Component;

/**
 * Makes the records a lead becomes. They have the lead's owner; a team's lead becomes the person's
 * who qualifies it.
 */
@Component
class NewRecords {

  private final CurrentActor actor;
  private final Clock clock;

  NewRecords(CurrentActor actor, Clock clock) {
    this.actor = actor;
    this.clock = clock;
  }

  Planned<Account> account(Lead lead, Map<String, @Nullable Object> values) {
    Map<String, @Nullable Object> all = of(lead, values);
    UUID id = Ids.next();
    all.put("accountId", id);
    all.put("transactionCurrencyId", lead.fields().transactionCurrencyId());
    return Planned.created(RecordType.ACCOUNT, id, Records.of(Account.class, all));
  }

  Planned<Contact> contact(
      Lead lead, Map<String, @Nullable Object> values, @Nullable UUID accountId) {
    Map<String, @Nullable Object> all = of(lead, values);
    UUID id = Ids.next();
    all.put("contactId", id);
    all.put("parentAccountId", accountId);
    all.putAll(Mapping.optOuts(lead.fields()));
    return Planned.created(RecordType.CONTACT, id, Records.of(Contact.class, all));
  }

  /**
   * @param customer whose it is
   */
  Planned<Opportunity> opportunity(
      Lead lead,
      Map<String, @Nullable Object> values,
      String currency,
      @Nullable UUID accountId,
      @Nullable UUID contactId,
      Customer customer) {
    Map<String, @Nullable Object> all = of(lead, values);
    UUID id = Ids.next();
    all.put("opportunityId", id);
    all.put("stateCode", 0);
    all.put("statusCode", 1);
    all.put("stage", Stage.DEVELOP);
    all.put("parentAccountId", accountId);
    all.put("parentContactId", contactId);
    all.put("customerId", customer.id());
    all.put("customerIdType", customer.type().word());
    all.put("transactionCurrencyId", currency);
    return Planned.created(RecordType.OPPORTUNITY, id, Records.of(Opportunity.class, all));
  }

  /** What a request says about a new opportunity, over what the lead says. */
  static void override(Map<String, @Nullable Object> values, QualifyLead request) {
    put(values, "name", request.opportunity().name());
    put(values, "estimatedAmount", request.opportunity().estimatedAmount());
    put(values, "estimatedCloseDate", request.opportunity().estimatedCloseDate());
    put(values, "campaignId", request.sourceCampaignId());
  }

  private static void put(
      Map<String, @Nullable Object> values, String field, @Nullable Object value) {
    if (value != null) {
      values.put(field, value);
    }
  }

  private Map<String, @Nullable Object> of(Lead lead, Map<String, @Nullable Object> values) {
    Map<String, @Nullable Object> all = new HashMap<>(values);
    String who = actor.get().id();
    all.put("originatingLeadId", lead.leadId());
    all.put("ownerUser", lead.ownerUser() != null ? lead.ownerUser() : who);
    all.put("owningBusinessUnit", lead.owningBusinessUnit());
    all.put("owningPartner", lead.owningPartner());
    all.put("createdOn", clock.instant());
    all.put("createdBy", who);
    return all;
  }

  /** An account or a contact. */
  record Customer(RecordType type, UUID id) {}
}
