package org.leadflow.qualification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Records;
import org.leadflow.customer.Contact;
import org.leadflow.customer.Customers;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadEvent.LeadOptedOut;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.StateCode;
import org.leadflow.qualification.Conversion.Step;
import org.leadflow.qualification.Planned.Filled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A no that the source of a lead says after its conversion holds for the contact it became. */
@Component
class LaterOptOuts {

  private final LeadRecords leads;
  private final Customers customers;
  private final Conversions conversions;
  private final ConversionBook book;

  LaterOptOuts(
      LeadRecords leads, Customers customers, Conversions conversions, ConversionBook book) {
    this.leads = leads;
    this.customers = customers;
    this.conversions = conversions;
    this.book = book;
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
    Map<String, @Nullable Object> now = Records.values(contact);
    Map<String, @Nullable Object> nos = new HashMap<>(Mapping.optOuts(lead.fields()));
    nos.entrySet()
        .removeIf(
            no ->
                !Boolean.TRUE.equals(no.getValue()) || no.getValue().equals(now.get(no.getKey())));
    if (nos.isEmpty()) {
      return;
    }
    now.putAll(nos);
    Contact after = customers.change(Records.of(Contact.class, now));
    conversions
        .findFirstByLeadIdOrderByPlannedAfterDesc(lead.leadId())
        .filter(conversion -> conversion.step(RecordType.CONTACT) == Step.CREATE)
        .filter(conversion -> contact.contactId().equals(conversion.id(RecordType.CONTACT)))
        .filter(conversion -> contact.version() == book.untouched(conversion, RecordType.CONTACT))
        .ifPresent(conversion -> book.add(conversion.conversionId(), fills(after, nos)));
  }

  /** Of a contact on which nobody worked, so that the conversion can still be undone. */
  private static List<Filled> fills(Contact after, Map<String, @Nullable Object> nos) {
    return nos.keySet().stream()
        .map(
            field ->
                new Filled(
                    RecordType.CONTACT, after.contactId(), after.version(), field, false, true))
        .toList();
  }
}
