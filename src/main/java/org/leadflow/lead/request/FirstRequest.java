package org.leadflow.lead.request;

import java.time.ZoneOffset;
import java.util.List;
import org.leadflow.core.Ids;
import org.leadflow.core.TransactionBatch;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadEvent.LeadReceived;
import org.leadflow.lead.LeadRecords;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Keeps what a new lead was sent in with as its first request, so that it stays readable when
 * somebody edits the description. Costs nothing for a lead without one.
 */
@Component
class FirstRequest {

  private final LeadRecords leads;
  private final JdbcOperations jdbc;
  private final TransactionBatch<Object[]> requests = new TransactionBatch<>(this::write);

  FirstRequest(LeadRecords leads, JdbcOperations jdbc) {
    this.leads = leads;
    this.jdbc = jdbc;
  }

  @EventListener
  void on(LeadReceived received) {
    Lead lead = leads.get(received.leadId());
    String text = lead.fields().description();
    if (text != null && !text.isBlank()) {
      requests.add(
          new Object[] {
            Ids.next(),
            lead.leadId(),
            text,
            lead.intakeChannel(),
            lead.createdOn().atOffset(ZoneOffset.UTC),
            lead.createdOn().atOffset(ZoneOffset.UTC),
            lead.createdBy()
          });
    }
  }

  private void write(List<Object[]> rows) {
    jdbc.batchUpdate(
        """
        INSERT INTO customer_request (request_id, version, lead_id, text, channel, received_on, created_on, created_by)
        VALUES (?, 0, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }
}
