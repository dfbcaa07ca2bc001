package org.leadflow.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.leadflow.organization.Currencies;
import org.leadflow.reporting.Report.Line;
import org.leadflow.reporting.Report.Stands;
import org.leadflow.reporting.Report.Table;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the sources of leads are worth: what became of the leads that were created in the period,
 * whenever it happened, and what money they brought.
 *
 * <p>Money belongs to a lead by its link to the opportunity it became, whatever its state is now.
 * Several leads of one opportunity share it in equal parts, wherever they come from; so the parts
 * of all leads add up to the opportunity. An opportunity the reader may not see counts nothing.
 */
@Service
public class SourceReport {

  public static final List<Dimension> DIMENSIONS =
      List.of(
          Dimension.SOURCE,
          Dimension.CAMPAIGN,
          Dimension.UNIT,
          Dimension.PARTNER,
          Dimension.BROUGHT_BY,
          Dimension.PRODUCT,
          Dimension.OWNER,
          Dimension.TEAM,
          Dimension.MONTH,
          Dimension.QUARTER,
          Dimension.WEEK);

  private static final String COUNTED =
      """
      SELECT g, status_code, count(*) AS leads, count(assignment_seconds) AS routed, count(contact_seconds) AS contacted
      FROM (SELECT %s AS g, r.assignment_seconds, r.contact_seconds, r.status_code
        FROM report_lead r WHERE %s) x
      GROUP BY g, status_code
      """;

  private static final String WORTH =
      """
      SELECT g, currency, shared, count(*) AS many, count(*) FILTER (WHERE state_code = 1) AS won,
        sum(CASE WHEN state_code = 0 THEN estimated_amount END) AS pipeline,
        sum(CASE WHEN state_code = 1 THEN actual_amount END) AS revenue
      FROM (SELECT %s AS g, o.transaction_currency_id AS currency, r.opportunity_leads AS shared, o.state_code,
          o.estimated_amount, o.actual_amount
        FROM report_lead r JOIN opportunity o ON o.opportunity_id = r.opportunity_id
        WHERE r.opportunity_id IS NOT NULL AND %s AND %s) x
      GROUP BY g, currency, shared
      """;

  private final JdbcClient jdbc;
  private final Scope scope;
  private final Costs costs;
  private final Labels labels;
  private final Currencies currencies;
  private final Progress progress;

  SourceReport(
      JdbcClient jdbc,
      Scope scope,
      Costs costs,
      Labels labels,
      Currencies currencies,
      Progress progress) {
    this.jdbc = jdbc;
    this.scope = scope;
    this.costs = costs;
    this.labels = labels;
    this.currencies = currencies;
    this.progress = progress;
  }

  /**
   * The report for whoever is logged in.
   *
   * @param most so many groups are told apart; the smallest of more are put together
   */
  @Transactional(readOnly = true)
  public Report of(Filter filter, int most) {
    var sums = new Grouping<>(filter, SourceSums::new);
    Scope.Rows rows = scope.of(filter, "r", "created_on");
    var money = new Money(currencies.stored());
    String by = sums.expression("r", "created_on");
    count(sums, by, rows);
    worth(sums, by, rows, money);
    boolean withCost = costs.add(filter, sums, money);

    List<Grouping.Group<SourceSums>> groups = sums.groups(most, SourceSums::leads, SourceSums::add);
    Labels.Names names = labels.of(filter.by());
    var total = new SourceSums();
    var lines = new ArrayList<Line>();
    for (Grouping.Group<SourceSums> group : groups) {
      total.add(group.sums());
      lines.add(
          group.stands() == Stands.REST
              ? new Line(Stands.REST, "", "For whole sources, no campaign", group.sums().cost())
              : names.line(group, group.sums().values(withCost)));
    }
    var table =
        new Table(
            "sources",
            "Lead source value",
            filter.by().title(),
            SourceColumns.of(withCost),
            lines,
            Line.total("All", total.values(withCost)),
            SourceColumns.views(withCost));
    Progress.Reached reached = progress.of(Progress.LEADS);
    return new Report(
        "sources",
        "What lead sources are worth",
        filter,
        reached.until(),
        reached.wentThrough() != null,
        money.currency(),
        money.rates(),
        notes(filter, money, withCost),
        List.of(table));
  }

  private void count(Grouping<SourceSums> sums, String by, Scope.Rows rows) {
    jdbc.sql(COUNTED.formatted(by, rows.condition()))
        .params(rows.parameters())
        .query((RowCallbackHandler) row -> sums.of(row.getString("g")).counted(row));
  }

  private void worth(Grouping<SourceSums> sums, String by, Scope.Rows rows, Money money) {
    jdbc.sql(WORTH.formatted(by, rows.condition(), rows.visible().of("o")))
        .params(rows.parameters())
        .query(
            (RowCallbackHandler)
                row -> {
                  BigDecimal shared = BigDecimal.valueOf(Math.max(1, row.getLong("shared")));
                  String currency = row.getString("currency");
                  SourceSums group = sums.of(row.getString("g"));
                  group.linked(row.getLong("many"));
                  group.worth(
                      BigDecimal.valueOf(row.getLong("many")).divide(shared, Money.EXACT),
                      BigDecimal.valueOf(row.getLong("won")).divide(shared, Money.EXACT),
                      part(row.getBigDecimal("pipeline"), shared, currency, money),
                      part(row.getBigDecimal("revenue"), shared, currency, money));
                });
  }

  private static BigDecimal part(
      BigDecimal amount, BigDecimal shared, String currency, Money money) {
    return money
        .inBase(Objects.requireNonNullElse(amount, BigDecimal.ZERO), currency)
        .map(known -> known.divide(shared, Money.EXACT))
        .orElse(BigDecimal.ZERO);
  }

  private static List<String> notes(Filter filter, Money money, boolean withCost) {
    var notes = new ArrayList<String>();
    notes.add(
        "Leads count in the time in which they were created, whenever something became of them. A deleted lead counts nowhere.");
    notes.add(
        "A lead is routed when it got an owner beyond the lead desk: a person, a team in which it waits for its turn, or a partner to whom it was offered; contacted when somebody noted it; qualified or disqualified when it is so now.");
    notes.add(Notes.MERGED);
    notes.addAll(Notes.ofLeads(filter.by()));
    notes.add(
        "Leads that became one opportunity share it in equal parts, its money and its count. Opportunities you may not see count nothing.");
    if (withCost) {
      notes.add(
          "Each day of a cost bears an equal part of it. A cost of a campaign is also one of its source and its unit; one of a whole source is no campaign's and stands in a line of its own.");
    }
    notes.add(
        "Amounts are in "
            + money.currency()
            + ", by the rates that are stored now, whenever a deal was made.");
    money.rates().stream()
        .filter(rate -> rate.rate() == null)
        .forEach(
            rate ->
                notes.add("Amounts in " + rate.currency() + " are left out: no rate is stored."));
    return notes;
  }
}
