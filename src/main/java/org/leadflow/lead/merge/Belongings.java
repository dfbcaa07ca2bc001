package org.leadflow.lead.merge;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets what belongs to a merged lead follow to its master, and brings exactly that back. */
@Component
class Belongings {

  private final JdbcClient jdbc;

  Belongings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Moves everything the master does not have already; how many of each kind. */
  Map<String, Integer> follow(UUID mergeId, UUID mergedId, UUID masterId) {
    Map<String, Integer> moved = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      int listed =
          jdbc.sql(
                  "INSERT INTO lead_merge_item (merge_id, kind, item_id) SELECT CAST(:merge AS uuid), '"
                      + kind.name()
                      + "', t."
                      + kind.id
                      + " FROM "
                      + kind.table
                      + " t WHERE t.lead_id = :from"
                      + kind.unlessThere())
              .param("merge", mergeId)
              .param("from", mergedId)
              .param("to", masterId)
              .update();
      if (listed > 0) {
        move(kind, mergeId, mergedId, masterId);
        moved.put(kind.words(), listed);
      }
    }
    return moved;
  }

  /** What would follow, in numbers. */
  Map<String, Integer> counted(UUID mergedId, UUID masterId) {
    Map<String, Integer> counted = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      int there =
          jdbc.sql(
                  "SELECT count(*) FROM "
                      + kind.table
                      + " t WHERE t.lead_id = :from"
                      + kind.unlessThere())
              .param("from", mergedId)
              .param("to", masterId)
              .query(Integer.class)
              .single();
      if (there > 0) {
        counted.put(kind.words(), there);
      }
    }
    return counted;
  }

  /** What followed and is still there comes back. */
  void bringBack(UUID mergeId, UUID mergedId, UUID masterId) {
    for (Kind kind : Kind.values()) {
      move(kind, mergeId, masterId, mergedId);
    }
  }

  private void move(Kind kind, UUID mergeId, UUID from, UUID to) {
    jdbc.sql(
            "UPDATE "
                + kind.table
                + " SET lead_id = :to"
                + (kind.versioned ? ", version = version + 1" : "")
                + " WHERE lead_id = :from AND "
                + kind.id
                + " IN (SELECT item_id FROM lead_merge_item WHERE merge_id = :merge AND kind = '"
                + kind.name()
                + "')")
        .param("merge", mergeId)
        .param("from", from)
        .param("to", to)
        .update();
  }

  private enum Kind {
    REQUESTS("customer_request", "request_id", true, null),
    NOTES("lead_note", "note_id", true, null),
    ACTIVITIES("lead_activity", "activity_id", true, null),
    ATTACHMENTS("lead_attachment", "attachment_id", false, null),
    STAKEHOLDERS(
        "stakeholder",
        "stakeholder_id",
        true,
        "o.contact_id = t.contact_id AND o.role_id = t.role_id"),
    ACCOUNTS("lead_account", "account_id", false, "o.account_id = t.account_id"),
    CONTACTS("lead_contact", "contact_id", false, "o.contact_id = t.contact_id");

    private final String table;
    private final String id;
    private final boolean versioned;
    private final String same;

    Kind(String table, String id, boolean versioned, String same) {
      this.table = table;
      this.id = id;
      this.versioned = versioned;
      this.same = same;
    }

    String words() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What can be there once only stays where it is when the master has it. */
    String unlessThere() {
      return " AND NOT EXISTS (SELECT 1 FROM "
          + table
          + " o WHERE o.lead_id = :to AND "
          + (same == null ? "1 = 0" : same)
          + ")";
    }
  }
}
