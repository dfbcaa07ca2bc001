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
          jdbc.sql(kind.listing())
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
          jdbc.sql("SELECT count(*)" + kind.rowsToFollow())
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

  /** What followed and is still there comes back; what is back already only leaves the master. */
  void bringBack(UUID mergeId, UUID mergedId, UUID masterId) {
    for (Kind kind : Kind.values()) {
      jdbc.sql(
              "DELETE FROM "
                  + kind.table
                  + " t WHERE t.lead_id = :from AND "
                  + kind.listed("t", "merge")
                  + " AND "
                  + kind.same("o.lead_id = :to"))
          .param("merge", mergeId)
          .param("from", masterId)
          .param("to", mergedId)
          .update();
      move(kind, mergeId, masterId, mergedId);
    }
  }

  /**
   * What came back with one merge, and another lead that is still merged into the master has too,
   * follows from that one now.
   */
  void followInstead(LeadMerge other, LeadMerge undone) {
    for (Kind kind : Kind.values()) {
      jdbc.sql(
              kind.listing()
                  + " AND "
                  + kind.same("o.lead_id = :back AND " + kind.listed("o", "undone"))
                  + " AND NOT "
                  + kind.listed("t", "merge"))
          .param("merge", other.mergeId())
          .param("from", other.mergedId())
          .param("to", other.masterId())
          .param("undone", undone.mergeId())
          .param("back", undone.mergedId())
          .update();
      move(kind, other.mergeId(), other.mergedId(), other.masterId());
    }
  }

  private void move(Kind kind, UUID mergeId, UUID from, UUID to) {
    jdbc.sql(
            "UPDATE "
                + kind.table
                + " t SET lead_id = :to"
                + (kind.versioned ? ", version = version + 1" : "")
                + " WHERE t.lead_id = :from AND "
                + kind.listed("t", "merge")
                + " AND NOT "
                + kind.same("o.lead_id = :to"))
        .param("merge", mergeId)
        .param("from", from)
        .param("to", to)
        .update();
  }

  private enum Kind {
    REQUESTS("customer_request", "request_id", true, "1 = 0"),
    NOTES("lead_note", "note_id", true, "1 = 0"),
    ACTIVITIES("lead_activity", "activity_id", true, "1 = 0"),
    ATTACHMENTS("lead_attachment", "attachment_id", false, "1 = 0"),
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

    /**
     * @param same when two rows say the same, of what a lead has once only
     */
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
    String rowsToFollow() {
      return " FROM " + table + " t WHERE t.lead_id = :from AND NOT " + same("o.lead_id = :to");
    }

    String listing() {
      return "INSERT INTO lead_merge_item (merge_id, kind, item_id) SELECT CAST(:merge AS uuid), '"
          + name()
          + "', t."
          + id
          + rowsToFollow();
    }

    String listed(String row, String merge) {
      return row
          + "."
          + id
          + " IN (SELECT item_id FROM lead_merge_item WHERE merge_id = :"
          + merge
          + " AND kind = '"
          + name()
          + "')";
    }

    /** Whether there is a row that says the same as this one, where that holds. */
    String same(String where) {
      return "EXISTS (SELECT 1 FROM " + table + " o WHERE " + same + " AND " + where + ")";
    }
  }
}
