package org.leadflow.lead.timeline;

import org.leadflow.lead.TimelinePart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room itself shows on the timeline of a lead. */
@Configuration(proxyBeanMethods = false)
class LeadItems {

  @Bean
  TimelinePart notesOnTimeline() {
    return () ->
        """
        SELECT 'NOTE' AS kind, CAST(note_id AS varchar(64)) AS item_id, 0 AS item_order, created_on AS happened_on,
          created_by AS happened_by, 'note' AS what, CAST(NULL AS varchar(40)) AS status, subject AS title, text AS text
        FROM lead_note WHERE lead_id = :lead
        """;
  }

  /** An ended activity stands where it ended, an open one where it was planned. */
  @Bean
  TimelinePart activitiesOnTimeline() {
    return () ->
        """
        SELECT 'ACTIVITY' AS kind, CAST(activity_id AS varchar(64)) AS item_id, 0 AS item_order,
          COALESCE(actual_end, created_on) AS happened_on,
          CASE WHEN actual_end IS NULL THEN created_by ELSE modified_by END AS happened_by,
          LOWER(activity_type_code) AS what,
          CASE state_code WHEN 0 THEN 'Open' WHEN 1 THEN 'Completed' ELSE 'Canceled' END AS status,
          subject AS title, description AS text
        FROM lead_activity WHERE lead_id = :lead
        """;
  }

  @Bean
  TimelinePart requestsOnTimeline() {
    return () ->
        """
        SELECT 'REQUEST' AS kind, CAST(request_id AS varchar(64)) AS item_id, 0 AS item_order, received_on AS happened_on,
          created_by AS happened_by, channel AS what, CAST(NULL AS varchar(40)) AS status, product_interest AS title,
          text AS text
        FROM customer_request WHERE lead_id = :lead
        """;
  }

  @Bean
  TimelinePart trailOnTimeline() {
    return () ->
        """
        SELECT 'TRAIL' AS kind, CAST(seq AS varchar(64)) AS item_id, seq AS item_order, at AS happened_on,
          actor AS happened_by, action AS what, CAST(NULL AS varchar(40)) AS status,
          COALESCE(owner_user, owner_team) AS title, details AS text
        FROM lead_audit WHERE lead_id = :lead
        """;
  }
}
