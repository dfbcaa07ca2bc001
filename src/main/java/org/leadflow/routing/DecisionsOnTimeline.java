package org.leadflow.routing;

import org.leadflow.lead.TimelinePart;
import org.springframework.stereotype.Component;

/**
 * Shows the decisions about a lead on its timeline. Who assigned by hand tells the line of the
 * trail beside it.
 */
@Component
class DecisionsOnTimeline implements TimelinePart {

  @Override
  public String select() {
    return """
        SELECT 'DECISION' AS kind, CAST(decision_id AS varchar(64)) AS item_id, 0 AS item_order, decided_on AS happened_on,
          CASE WHEN code IN ('assigned-by-hand', 'handed-back') THEN NULL ELSE 'leadflow' END AS happened_by, question AS what, code AS status, COALESCE(owner_user, owner_team) AS title,
          sentence AS text
        FROM decision WHERE lead_id = :lead
        """;
  }
}
