package org.leadflow.reporting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts leads: reads what became of them and writes the row of each anew. */
@Component
class LeadLines {

  private static final String LEADS =
      """
      SELECT lead_id, version, created_on, owner_user, owner_team, owning_business_unit, owning_partner, state_code,
        status_code, lead_source_code, COALESCE(campaign_id, utm_campaign) AS campaign, channel_partner_id,
        first_responded_on, qualifying_opportunity_id
      FROM lead WHERE lead_id IN (:ids)
      """;

  private static final String TRAIL =
      """
      SELECT lead_id, action, at, owner_user, owner_team FROM lead_audit
      WHERE lead_id IN (:ids) AND action IN ('ASSIGNED', 'CONTACTED', 'QUALIFIED') ORDER BY lead_id, seq
      """;

  private static final String DECISIONS =
      """
      SELECT lead_id, code, outcome, pool_id FROM decision
      WHERE lead_id IN (:ids) AND question = 'ROUTING' ORDER BY lead_id, decided_on, decision_id
      """;

  private static final String PRODUCTS =
      """
      SELECT lead_id, product_interest FROM customer_request
      WHERE lead_id IN (:ids) AND product_interest IS NOT NULL ORDER BY lead_id, received_on DESC, request_id DESC
      """;

  private static final String INSERT =
      """
      INSERT INTO report_lead (lead_id, lead_version, created_on, owner_user, owner_team, owning_business_unit,
        owning_partner, state_code, status_code, lead_source_code, campaign, product, channel_partner_id, team_id,
        assignment_seconds, assignment_work, contact_seconds, contact_work, qualification_seconds, qualification_work,
        nobody, opportunity_id, opportunity_leads)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)
      """;

  private static final String SHARED =
      """
      UPDATE report_lead SET opportunity_leads =
        (SELECT count(*) FROM report_lead s WHERE s.opportunity_id = report_lead.opportunity_id)
      WHERE opportunity_id IN (:opportunities)
      """;

  private final JdbcClient jdbc;
  private final JdbcOperations batch;
  private final OwnersCalendars times;

  LeadLines(JdbcClient jdbc, JdbcOperations batch, OwnersCalendars times) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.times = times;
  }

  /** Writes the rows of these leads anew; of one that is gone, none. */
  void count(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
    Map<UUID, LeadLine> lines = lines(ids);
    Set<UUID> opportunities = new HashSet<>(opportunitiesOf(ids));
    jdbc.sql("DELETE FROM report_lead WHERE lead_id IN (:ids)").param("ids", ids).update();
    List<Object[]> rows = new ArrayList<>();
    OwnersCalendars.Asked time = times.asked();
    lines.values().forEach(line -> rows.add(line.row(time)));
    batch.batchUpdate(INSERT, rows);
    lines.values().stream()
        .filter(line -> line.opportunityId() != null)
        .forEach(line -> opportunities.add(line.opportunityId()));
    if (!opportunities.isEmpty()) {
      jdbc.sql(SHARED).param("opportunities", opportunities).update();
    }
  }

  private List<UUID> opportunitiesOf(Collection<UUID> ids) {
    return jdbc.sql(
            "SELECT DISTINCT opportunity_id FROM report_lead WHERE opportunity_id IS NOT NULL AND lead_id IN (:ids)")
        .param("ids", ids)
        .query(UUID.class)
        .list();
  }

  private Map<UUID, LeadLine> lines(Collection<UUID> ids) {
    Map<UUID, LeadLine> lines = new HashMap<>();
    each(LEADS, ids, row -> lines.put(row.getObject("lead_id", UUID.class), LeadLine.of(row)));
    each(
        TRAIL,
        ids,
        row -> {
          LeadLine line = lines.get(row.getObject("lead_id", UUID.class));
          if (line != null) {
            Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
            line.happened(
                row.getString("action"),
                at,
                row.getString("owner_user"),
                row.getString("owner_team"));
          }
        });
    each(
        DECISIONS,
        ids,
        row -> {
          LeadLine line = lines.get(row.getObject("lead_id", UUID.class));
          if (line != null) {
            line.decided(row.getString("code"), row.getString("outcome"), row.getString("pool_id"));
          }
        });
    each(
        PRODUCTS,
        ids,
        row -> {
          LeadLine line = lines.get(row.getObject("lead_id", UUID.class));
          if (line != null) {
            line.askedFor(row.getString("product_interest"));
          }
        });
    return lines;
  }

  private void each(String select, Collection<UUID> ids, RowCallbackHandler row) {
    jdbc.sql(select).param("ids", ids).query(row);
  }
}
