package org.leadflow.lead;

/**
 * Which leads a customer record was made from, or was chosen for when they were qualified. What
 * belongs to these leads is shown there too.
 */
public final class LeadsBehind {

  private LeadsBehind() {}

  /** A SELECT of the ids of the leads behind the record {@code :id}, portable, for an IN. */
  public static String select(RecordKind kind) {
    String chosen =
        switch (kind) {
          case OPPORTUNITY -> "qualifying_opportunity_id = :id";
          case ACCOUNT -> "parent_account_id = :id AND state_code = 1";
          case CONTACT -> "parent_contact_id = :id AND state_code = 1";
        };
    return """
        SELECT lead_id FROM lead WHERE %s
        UNION SELECT originating_lead_id FROM %s WHERE %s = :id AND originating_lead_id IS NOT NULL"""
        .formatted(chosen, kind.table(), kind.idColumn());
  }
}
