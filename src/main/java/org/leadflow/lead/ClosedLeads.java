package org.leadflow.lead;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept of closed leads beside the record: the reason before, and the comments. */
@Component
class ClosedLeads {

  private final JdbcClient jdbc;

  ClosedLeads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The reason a closed lead had while it was Open; New when that is not known. */
  StatusCode reasonBefore(Lead lead) {
    return jdbc.sql("SELECT reason_before_closing FROM lead WHERE lead_id = ?")
        .param(lead.leadId())
        .query((row, number) -> StatusCode.of(row.getInt(1)).orElse(StatusCode.NEW))
        .single();
  }

  /**
   * Keeps the comment of the closing in force, before the lead is reactivated. It belongs to the
   * last line of the trail that closed the lead.
   */
  void keepComment(Lead lead) {
    if (lead.closingComment() == null) {
      return;
    }
    jdbc.sql(
            """
            INSERT INTO past_closing_comment (lead_id, seq, comment)
            SELECT a.lead_id, max(a.seq), CAST(? AS varchar(2000)) FROM lead_audit a
            WHERE a.lead_id = ? AND a.action IN ('QUALIFIED', 'DISQUALIFIED') GROUP BY a.lead_id
            """)
        .params(lead.closingComment(), lead.leadId())
        .update();
  }

  /** Every closing of a lead, newest first, with the comment given then. */
  List<Closing> of(Lead lead) {
    List<Closing> closings =
        jdbc.sql(
                """
                SELECT a.at, a.actor, a.state_code, a.status_code, c.comment FROM lead_audit a
                  LEFT JOIN past_closing_comment c ON c.lead_id = a.lead_id AND c.seq = a.seq
                WHERE a.lead_id = ? AND a.action IN ('QUALIFIED', 'DISQUALIFIED') ORDER BY a.seq DESC
                """)
            .param(lead.leadId())
            .query(Closing::read)
            .list();
    if (!lead.isOpen()) {
      closings.set(0, closings.get(0).saying(lead.closingComment()));
    }
    return closings;
  }
}
