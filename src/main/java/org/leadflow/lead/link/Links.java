package org.leadflow.lead.link;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which accounts and contacts leads are associated with, readable from both ends. Associating again
 * what is associated changes nothing.
 */
@Service
public class Links {

  private final JdbcClient jdbc;

  Links(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The ids of the customers that a lead is associated with. */
  public List<UUID> of(UUID leadId, Kind kind) {
    return jdbc.sql("SELECT " + kind.column + " FROM " + kind.table + " WHERE lead_id = ?")
        .param(leadId)
        .query(UUID.class)
        .list();
  }

  /** The ids of the leads that a customer is associated with. */
  public List<UUID> leadsOf(UUID customerId, Kind kind) {
    return jdbc.sql("SELECT lead_id FROM " + kind.table + " WHERE " + kind.column + " = ?")
        .param(customerId)
        .query(UUID.class)
        .list();
  }

  /** Associates both, which must exist. The caller holds the lead, so that nobody else does. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void associate(UUID leadId, Kind kind, UUID customerId) {
    if (!of(leadId, kind).contains(customerId)) {
      jdbc.sql("INSERT INTO " + kind.table + " (lead_id, " + kind.column + ") VALUES (?, ?)")
          .params(leadId, customerId)
          .update();
    }
  }

  /** Disassociates them, if they are associated. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void disassociate(UUID leadId, Kind kind, UUID customerId) {
    jdbc.sql("DELETE FROM " + kind.table + " WHERE lead_id = ? AND " + kind.column + " = ?")
        .params(leadId, customerId)
        .update();
  }

  /** What a lead can be associated with. */
  public enum Kind {
    ACCOUNT("lead_account", "account_id"),
    CONTACT("lead_contact", "contact_id");

    private final String table;
    private final String column;

    Kind(String table, String column) {
      this.table = table;
      this.column = column;
    }
  }
}
