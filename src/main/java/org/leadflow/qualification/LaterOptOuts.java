package org.leadflow.qualification;

import org.leadflow.customer.Contact;
import org.leadflow.customer.Customers;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadEvent.LeadOptedOut;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.StateCode;
import org.leadflow.qualification.Conversion.Step;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A no that the source of a lead says after its conversion holds for the contact it became. */
@Component
class LaterOptOuts {

  private final LeadRecords leads;
  private final Customers customers;
  private final Mapping mapping;
  private final Conversions conversions;
  private final ConversionBook book;

  LaterOptOuts(
      LeadRecords leads,
      Customers customers,
      Mapping mapping,
      Conversions conversions,
      ConversionBook book) {
    this.leads = leads;
    this.customers = customers;
    this.mapping = mapping;
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
    Planned<Contact> planned =
        mapping.filled(
            RecordType.CONTACT,
            contact.contactId(),
            contact,
            Mapping.optOuts(lead.fields()),
            false);
    if (planned.filled().isEmpty()) {
      return;
    }
    customers.change(planned.after());
    // Of a contact on which nobody worked, so that the conversion can still be undone.
    conversions
        .findFirstByLeadIdOrderByPlannedAfterDesc(lead.leadId())
        .filter(conversion -> conversion.step(RecordType.CONTACT) == Step.CREATE)
        .filter(conversion -> contact.contactId().equals(conversion.id(RecordType.CONTACT)))
        .filter(conversion -> contact.version() == book.untouched(conversion, RecordType.CONTACT))
        .ifPresent(conversion -> book.add(conversion.conversionId(), planned.filled()));
  }
}
