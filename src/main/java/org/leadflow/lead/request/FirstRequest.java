package org.leadflow.lead.request;

import java.time.ZoneOffset;
import org.leadflow.core.Ids;
import org.leadflow.lead.Lead;
import org.springframework.data.relational.core.mapping.event.AfterSaveCallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what a new lead was sent in with as its first request, so that it stays readable when
 * somebody edits the description. Costs nothing for a lead without one.
 */
@Component
class FirstRequest implements AfterSaveCallback<Lead> {

  private final JdbcClient jdbc;

  FirstRequest(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Lead onAfterSave(Lead lead) {
    String text = lead.fields().description();
    if (Long.valueOf(0).equals(lead.version()) && text != null && !text.isBlank()) {
      keep(lead, text);
    }
    return lead;
  }

  private void keep(Lead lead, String text) {
    jdbc.sql(
            """
            INSERT INTO customer_request (request_id, version, lead_id, text, channel, received_on, created_on, created_by)
            VALUES (:id, 0, :lead, :text, :channel, :now, :now, :who)
            """)
        .param("id", Ids.next())
        .param("lead", lead.leadId())
        .param("text", text)
        .param("channel", lead.intakeChannel())
        .param("now", lead.createdOn().atOffset(ZoneOffset.UTC))
        .param("who", lead.createdBy())
        .update();
  }
}
