package org.leadflow.lead.link;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.leadflow.lead.LeadsBehind;
import org.leadflow.lead.RecordKind;
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

  /** The ids of the leads that became this opportunity, or joined it. */
  public List<UUID> leadsBehind(UUID opportunityId) {
    return jdbc.sql(LeadsBehind.select(RecordKind.OPPORTUNITY))
        .param("id", opportunityId)
        .query(UUID.class)
        .list();
  }

  /**
   * Associates both, which must exist; false when they were. The caller holds the lead, so that
   * nobody else does.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean associate(UUID leadId, Kind kind, UUID customerId) {
    boolean isNew = !of(leadId, kind).contains(customerId);
    if (isNew) {
      jdbc.sql("INSERT INTO " + kind.table + " (lead_id, " + kind.column + ") VALUES (?, ?)")
          .params(leadId, customerId)
          .update();
    }
    return isNew;
  }

  /** Disassociates them; false when they were not associated. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean disassociate(UUID leadId, Kind kind, UUID customerId) {
    return jdbc.sql("DELETE FROM " + kind.table + " WHERE lead_id = ? AND " + kind.column + " = ?")
            .params(leadId, customerId)
            .update()
        > 0;
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

    /** As written in a sentence, such as "account". */
    public String words() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
