package org.leadflow.reporting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts leads: reads what became of them and writes the rows that are not so. */
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

  private static final String COLUMNS =
      """
      lead_id, lead_version, created_on, owner_user, owner_team, owning_business_unit, owning_partner, state_code,
      status_code, lead_source_code, campaign, product, channel_partner_id, team_id, assignment_seconds,
      assignment_work, contact_seconds, contact_work, qualification_seconds, qualification_work, nobody, opportunity_id
      """;

  private static final String WRITTEN =
      "SELECT " + COLUMNS + " FROM report_lead WHERE lead_id IN (:ids)";

  private static final String INSERT =
      "INSERT INTO report_lead ("
          + COLUMNS
          + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String SHARED =
      """
      UPDATE report_lead SET opportunity_leads =
        (SELECT count(*) FROM report_lead s WHERE s.opportunity_id = report_lead.opportunity_id)
      WHERE opportunity_id IN (:opportunities) AND opportunity_leads IS DISTINCT FROM
        (SELECT count(*) FROM report_lead s WHERE s.opportunity_id = report_lead.opportunity_id)
      """;

  private static final int CREATED = 2;

  private final JdbcClient jdbc;
  private final JdbcOperations batch;
  private final Owners owners;

  LeadLines(JdbcClient jdbc, JdbcOperations batch, Owners owners) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.owners = owners;
  }

  /** Makes the rows of these leads what they must be; of one that is gone there is none. */
  void count(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
    Owners.Asked asked = owners.asked();
    Map<UUID, Object[]> right = new HashMap<>();
    lines(ids).forEach((id, line) -> right.put(id, line.row(asked)));
    Map<UUID, Object[]> written = written(ids);
    List<UUID> wrong =
        written.keySet().stream()
            .filter(id -> !Arrays.equals(written.get(id), right.get(id)))
            .toList();
    if (!wrong.isEmpty()) {
      jdbc.sql("DELETE FROM report_lead WHERE lead_id IN (:ids)").param("ids", wrong).update();
    }
    List<Object[]> rows = new ArrayList<>();
    right.forEach(
        (id, row) -> {
          if (!Arrays.equals(row, written.get(id))) {
            rows.add(row);
          }
        });
    batch.batchUpdate(INSERT, rows);
    Set<UUID> opportunities = new HashSet<>();
    Stream.of(written, right)
        .flatMap(each -> each.values().stream())
        .map(row -> (UUID) row[row.length - 1])
        .filter(Objects::nonNull)
        .forEach(opportunities::add);
    if (!opportunities.isEmpty()) {
      jdbc.sql(SHARED).param("opportunities", opportunities).update();
    }
  }

  private Map<UUID, Object[]> written(Collection<UUID> ids) {
    Map<UUID, Object[]> written = new HashMap<>();
    each(
        WRITTEN,
        ids,
        row -> {
          var columns = new Object[row.getMetaData().getColumnCount()];
          for (int i = 0; i < columns.length; i++) {
            columns[i] = row.getObject(i + 1);
          }
          columns[CREATED] =
              row.getObject(CREATED + 1, OffsetDateTime.class)
                  .withOffsetSameInstant(ZoneOffset.UTC);
          written.put((UUID) columns[0], columns);
        });
    return written;
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
