package org.leadflow.qualification.approval;

import org.leadflow.lead.TimelinePart;
import org.springframework.stereotype.Component;

/** Shows what managers answered on the timeline of a lead. */
@Component
class ApprovalsOnTimeline implements TimelinePart {

  @Override
  public String select() {
    return """
        SELECT 'APPROVAL' AS kind, CAST(approval_id AS varchar(64)) AS item_id, 0 AS item_order,
          COALESCE(answered_on, asked_on) AS happened_on, COALESCE(answered_by, asked_by) AS happened_by,
          'approval' AS what, state AS status,
          CAST(CAST(amount AS numeric(19, 2)) AS varchar(30)) || ' ' || currency AS title,
          CASE state WHEN 'OPEN' THEN 'Waits for approval.' WHEN 'APPROVED' THEN 'Approved.'
            WHEN 'SENT_BACK' THEN 'Sent back: ' || COALESCE(reason, '') ELSE 'No longer needed.' END AS text
        FROM lead_approval WHERE lead_id = :lead
        """;
  }
}
