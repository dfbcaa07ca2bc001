package org.leadflow.duplicates;

import java.util.List;
import java.util.UUID;
import org.leadflow.core.TransactionBatch;
import org.leadflow.duplicates.KeyTable.Keyed;
import org.leadflow.duplicates.KeyTable.Owner;
import org.leadflow.lead.LeadEvent.LeadChanged;
import org.leadflow.lead.LeadEvent.LeadClosed;
import org.leadflow.lead.LeadEvent.LeadReactivated;
import org.leadflow.lead.LeadEvent.LeadReceived;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.StatusCode;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the keys of leads right, in the transaction that stores the lead: one statement for all new
 * ones together, which are in hand still, and two for a changed one.
 */
@Component
class KeysOfLeads {

  private final LeadRecords leads;
  private final KeyTable table;
  private final TransactionBatch<UUID> received = new TransactionBatch<>(this::add);

  KeysOfLeads(LeadRecords leads, KeyTable table) {
    this.leads = leads;
    this.table = table;
  }

  @EventListener
  void on(LeadReceived event) {
    received.add(event.leadId());
  }

  @EventListener
  void on(LeadChanged event) {
    if (!received.holds(event.leadId())) {
      table.replace(Owner.LEAD, keysOf(event.leadId()));
    }
  }

  /** A duplicate is not looked for: the open lead it was merged into is. */
  @EventListener
  void on(LeadClosed event) {
    if (event.reason() == StatusCode.DUPLICATE) {
      table.remove(Owner.LEAD, event.leadId());
    }
  }

  @EventListener
  void on(LeadReactivated event) {
    table.replace(Owner.LEAD, keysOf(event.leadId()));
  }

  private List<Keyed> keysOf(UUID leadId) {
    return List.of(Keyed.of(leads.get(leadId)));
  }

  /** As the leads stand before the commit. */
  private void add(List<UUID> received) {
    table.add(Owner.LEAD, received.stream().map(leads::get).map(Keyed::of).toList());
  }
}
