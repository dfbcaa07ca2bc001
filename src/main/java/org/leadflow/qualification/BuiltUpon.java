package org.leadflow.qualification;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.leadflow.lead.activity.OpenActivities;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what somebody built upon the records that a conversion created. */
@Component
class BuiltUpon {

  private static final String ACCOUNT =
      """
      SELECT 'a contact' FROM contact WHERE parent_account_id = :id AND originating_lead_id IS DISTINCT FROM :lead
      UNION SELECT 'an opportunity' FROM opportunity
        WHERE (parent_account_id = :id OR customer_id = :id) AND originating_lead_id IS DISTINCT FROM :lead
      UNION SELECT 'another lead' FROM lead WHERE parent_account_id = :id AND lead_id <> :lead
      UNION SELECT 'an association' FROM lead_account WHERE account_id = :id
      """;

  private static final String CONTACT =
      """
      SELECT 'an opportunity' FROM opportunity
        WHERE (parent_contact_id = :id OR customer_id = :id) AND originating_lead_id IS DISTINCT FROM :lead
      UNION SELECT 'another lead' FROM lead WHERE parent_contact_id = :id AND lead_id <> :lead
      UNION SELECT 'an association' FROM lead_contact WHERE contact_id = :id
      UNION SELECT 'a stakeholder' FROM stakeholder WHERE contact_id = :id
      """;

  private static final String OPPORTUNITY =
      "SELECT 'another lead' FROM lead WHERE qualifying_opportunity_id = :id AND lead_id <> :lead";

  private final JdbcClient jdbc;
  private final OpenActivities activities;

  BuiltUpon(JdbcClient jdbc, OpenActivities activities) {
    this.jdbc = jdbc;
    this.activities = activities;
  }

  /** A sentence for each thing that refers to the record by now; empty when nothing does. */
  List<String> find(RecordType type, UUID id, Conversion conversion) {
    List<String> found =
        new ArrayList<>(
            jdbc.sql(queryFor(type))
                .param("id", id)
                .param("lead", conversion.leadId())
                .query(String.class)
                .list());
    if (activities.touchedSince(type.word(), id, conversion.completedOn())) {
      found.add("an activity");
    }
    return found.stream().map(what -> "It has " + what + " by now.").toList();
  }

  private static String queryFor(RecordType type) {
    return switch (type) {
      case ACCOUNT -> ACCOUNT;
      case CONTACT -> CONTACT;
      case OPPORTUNITY -> OPPORTUNITY;
    };
  }
}
