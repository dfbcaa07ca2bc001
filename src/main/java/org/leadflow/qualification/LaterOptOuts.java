package org.leadflow.qualification;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Records;
import org.leadflow.customer.Contact;
import org.leadflow.customer.Customers;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadEvent.LeadOptedOut;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.StateCode;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A no that the source of a lead says after its conversion holds for the contact it became. */
@Component
class LaterOptOuts {

  private final LeadRecords leads;
  private final Customers customers;

  LaterOptOuts(LeadRecords leads, Customers customers) {
    this.leads = leads;
    this.customers = customers;
  }

  @EventListener
  void reachTheContact(LeadOptedOut said) {
    Lead lead = leads.get(said.leadId());
    if (lead.state() == StateCode.QUALIFIED && lead.fields().parentContactId() != null) {
      customers
          .lockedContact(lead.fields().parentContactId())
          .ifPresent(contact -> optOut(contact, lead));
    }
  }

  private void optOut(Contact contact, Lead lead) {
    Map<String, @Nullable Object> nos = new HashMap<>(Mapping.optOuts(lead.fields()));
    nos.values().removeIf(no -> !Boolean.TRUE.equals(no));
    Map<String, @Nullable Object> now = Records.values(contact);
    now.putAll(nos);
    Contact after = Records.of(Contact.class, now);
    if (!after.equals(contact)) {
      customers.change(after);
    }
  }
}
