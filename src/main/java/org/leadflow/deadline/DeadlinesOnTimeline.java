package org.leadflow.deadline;

import org.leadflow.lead.TimelinePart;
import org.springframework.stereotype.Component;

/** Shows what became of deadlines on the timeline of a lead. */
@Component
class DeadlinesOnTimeline implements TimelinePart {

  @Override
  public String select() {
    return """
        SELECT 'DEADLINE' AS kind, CAST(event_id AS varchar(64)) AS item_id, 0 AS item_order, happened_on AS happened_on,
          'leadflow' AS happened_by, deadline AS what, what AS status, COALESCE(owner_user, owner_team) AS title,
          CASE what WHEN 'REMINDED' THEN 'The owner was reminded.'
            WHEN 'MISSED' THEN CASE WHEN told IS NULL THEN 'Missed.' ELSE 'Missed. Told: ' || told || '.' END
            WHEN 'REROUTED' THEN 'The owner let it lapse and loses the lead.'
            WHEN 'MET' THEN 'Done in time.' WHEN 'LATE' THEN 'Done too late.'
            WHEN 'WAITING' THEN 'Waits for the customer.' ELSE 'Begins anew.' END AS text
        FROM deadline_event WHERE lead_id = :lead
        """;
  }
}
