package org.leadflow.lead.timeline;

/**
 * What stands on a timeline, each as the columns of {@link org.leadflow.lead.TimelinePart} and the
 * table they come from.
 */
final class Items {

  static final String NOTES =
      """
      'NOTE' AS kind, CAST(note_id AS varchar(64)) AS item_id, 0 AS item_order, created_on AS happened_on,
        created_by AS happened_by, 'note' AS what, CAST(NULL AS varchar(40)) AS status, subject AS title, text AS text
      FROM lead_note""";

  /** An ended activity stands where it ended, an open one where it was planned. */
  static final String ACTIVITIES =
      """
      'ACTIVITY' AS kind, CAST(activity_id AS varchar(64)) AS item_id, 0 AS item_order,
        COALESCE(actual_end, created_on) AS happened_on,
        CASE WHEN actual_end IS NULL THEN created_by ELSE modified_by END AS happened_by,
        LOWER(activity_type_code) AS what,
        CASE state_code WHEN 0 THEN 'Open' WHEN 1 THEN 'Completed' ELSE 'Canceled' END AS status,
        subject AS title, description AS text
      FROM lead_activity""";

  static final String REQUESTS =
      """
      'REQUEST' AS kind, CAST(request_id AS varchar(64)) AS item_id, 0 AS item_order, received_on AS happened_on,
        created_by AS happened_by, channel AS what, CAST(NULL AS varchar(40)) AS status, product_interest AS title,
        text AS text
      FROM customer_request""";

  static final String ATTACHMENTS =
      """
      'ATTACHMENT' AS kind, CAST(attachment_id AS varchar(64)) AS item_id, 0 AS item_order, created_on AS happened_on,
        created_by AS happened_by, media_type AS what, CAST(NULL AS varchar(40)) AS status, file_name AS title,
        CASE WHEN subject IS NULL THEN text WHEN text IS NULL THEN subject ELSE subject || ': ' || text END AS text
      FROM lead_attachment""";

  static final String TRAIL_OF_LEAD =
      """
      'TRAIL' AS kind, CAST(seq AS varchar(64)) AS item_id, seq AS item_order, at AS happened_on,
        actor AS happened_by, action AS what, CAST(NULL AS varchar(40)) AS status,
        COALESCE(owner_user, owner_team) AS title, details AS text
      FROM lead_audit""";

  static final String TRAIL_OF_OPPORTUNITY =
      """
      'TRAIL' AS kind, CAST(seq AS varchar(64)) AS item_id, seq AS item_order, at AS happened_on,
        actor AS happened_by, action AS what, stage AS status, CAST(NULL AS varchar(40)) AS title, details AS text
      FROM opportunity_audit""";

  private Items() {}
}
