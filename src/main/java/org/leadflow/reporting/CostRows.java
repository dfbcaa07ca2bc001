package org.leadflow.reporting;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what sources of leads cost. */
@Component
class CostRows {

  private final JdbcClient jdbc;

  CostRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of which some day lies in the span, the last entered first. */
  List<Cost> between(LocalDate from, LocalDate to) {
    return jdbc.sql(
            "SELECT * FROM report_cost WHERE last_day >= ? AND first_day <= ? ORDER BY entered_on DESC, cost_id DESC")
        .params(Date.valueOf(from), Date.valueOf(to))
        .query(CostRows::read)
        .list();
  }

  Optional<Cost> find(UUID costId) {
    return jdbc.sql("SELECT * FROM report_cost WHERE cost_id = ?")
        .param(costId)
        .query(CostRows::read)
        .optional();
  }

  void add(Cost cost) {
    jdbc.sql(
            """
            INSERT INTO report_cost (cost_id, owning_business_unit, lead_source_code, campaign, amount, currency,
              first_day, last_day, entered_on, entered_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            cost.costId(),
            cost.unitId(),
            cost.sourceCode(),
            cost.campaign(),
            cost.amount(),
            cost.currency(),
            Date.valueOf(cost.firstDay()),
            Date.valueOf(cost.lastDay()),
            cost.enteredOn().atOffset(ZoneOffset.UTC),
            cost.enteredBy())
        .update();
  }

  void remove(UUID costId) {
    jdbc.sql("DELETE FROM report_cost WHERE cost_id = ?").param(costId).update();
  }

  private static Cost read(ResultSet row, int number) throws SQLException {
    return new Cost(
        row.getObject("cost_id", UUID.class),
        row.getString("owning_business_unit"),
        row.getInt("lead_source_code"),
        row.getString("campaign"),
        row.getBigDecimal("amount"),
        row.getString("currency"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getObject("entered_on", OffsetDateTime.class).toInstant(),
        row.getString("entered_by"));
  }
}
