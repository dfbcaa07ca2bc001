package org.leadflow.intake;

import jakarta.validation.Validator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Owned;
import org.leadflow.core.Records;
import org.leadflow.customer.Contact;
import org.leadflow.customer.Customers;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadFields;
import org.springframework.stereotype.Component;

/**
 * Fills a new lead from the existing account and contact it names, whatever the door: only fields
 * that are empty, only from records the caller may see, and never with what the lead could not
 * hold.
 */
@Component
class ExistingCustomers {

  private final Customers customers;
  private final LeadAccess access;
  private final Validator validator;

  ExistingCustomers(Customers customers, LeadAccess access, Validator validator) {
    this.customers = customers;
    this.access = access;
    this.validator = validator;
  }

  /**
   * A lead with what was filled in.
   *
   * @param autoPopulated the names of the fields that were filled
   */
  record Filled(LeadFields fields, List<String> autoPopulated) {}

  Filled fill(LeadFields given) {
    Map<String, @Nullable String> offered = new LinkedHashMap<>();
    if (given.parentAccountId() != null) {
      reached(customers.account(given.parentAccountId()))
          .ifPresent(account -> offered.put("companyName", account.name()));
    }
    if (given.parentContactId() != null) {
      reached(customers.contact(given.parentContactId()))
          .ifPresent(contact -> offered.putAll(offeredBy(contact)));
    }
    offered.values().removeIf(ExistingCustomers::isEmpty);
    Map<String, @Nullable Object> typed = offered.isEmpty() ? Map.of() : Records.values(given);
    offered.keySet().removeIf(field -> !isEmpty(typed.get(field)));
    offered
        .entrySet()
        .removeIf(
            offer ->
                !validator
                    .validateValue(LeadFields.class, offer.getKey(), offer.getValue())
                    .isEmpty());
    return new Filled(filled(given, offered), List.copyOf(offered.keySet()));
  }

  private static Map<String, @Nullable String> offeredBy(Contact contact) {
    Map<String, @Nullable String> offered = new LinkedHashMap<>();
    offered.put("firstName", contact.firstName());
    offered.put("lastName", contact.lastName());
    offered.put("jobTitle", contact.jobTitle());
    offered.put("telephone1", contact.telephone1());
    offered.put("mobilePhone", contact.mobilePhone());
    offered.put("emailAddress1", contact.emailAddress1());
    return offered;
  }

  private <T extends Owned> Optional<T> reached(Optional<T> record) {
    return access.reaches(record) ? record : Optional.empty();
  }

  /** A form sends an empty text for a field nobody typed into. */
  private static boolean isEmpty(@Nullable Object text) {
    return text == null || text.toString().isBlank();
  }

  private static LeadFields filled(LeadFields given, Map<String, @Nullable String> offered) {
    if (offered.isEmpty()) {
      return given;
    }
    Map<String, @Nullable Object> values = Records.values(given);
    values.putAll(offered);
    return Records.of(LeadFields.class, values);
  }
}
