package org.leadflow.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.leadflow.organization.BusinessUnit;
import org.leadflow.organization.Database;
import org.leadflow.organization.Role;
import org.leadflow.reporting.Report.Line;
import org.leadflow.reporting.Report.Stands;

/** What reports tell of rules that are gone, and of costs that are no campaign's. */
class ReportDetailsTests {

  private static Reporting reporting;

  @BeforeAll
  static void someHistory() {
    reporting = new Reporting(Database.H2, Clock.fixed(RandomHistory.NOW, ZoneOffset.UTC));
    var history = new RandomHistory(reporting.jdbc, 8);
    history.people();
    history.leads(20);
    reporting.count();
    reporting.logIn(Reporting.somebody("mona", "emea", null, Set.of(), Role.MANAGER));
  }

  @AfterAll
  static void end() {
    reporting.close();
  }

  @Test
  void rulesThatAreGoneStillHaveTheirHits() {
    for (String rule : List.of("scoring", "routing/gone")) {
      reporting
          .jdbc
          .sql("INSERT INTO rule_hit VALUES (?, 'v', 'OLD-1', DATE '2026-05-01', 12, 7)")
          .param(rule)
          .update();
    }

    Report report = reporting.the(RuleReport.class).of(filter("unit"));

    assertThat(report.tables())
        .extracting(Report.Table::title)
        .containsExactly("Leads that rules found nobody for", "routing/gone (removed)", "scoring");
    for (int table : new int[] {1, 2}) {
      Line line = report.tables().get(table).lines().get(0);
      assertThat(line.key()).isEqualTo("OLD-1");
      assertThat(line.values())
          .containsEntry("sentence", "Removed")
          .containsEntry("fired", 12L)
          .containsEntry("decided", 7L);
    }
  }

  @Test
  void aCostOfAWholeSourceIsNoCampaigns() {
    cost(1, null, "300.00");
    cost(1, "c1", "40.00");
    cost(2, "*", "5.00");

    Report byCampaign = reporting.the(SourceReport.class).of(filter("campaign"), 2);
    Report bySource = reporting.the(SourceReport.class).of(filter("source"), 100);

    List<Line> lines = byCampaign.tables().get(0).lines();
    Line rest = lines.get(lines.size() - 1);
    assertThat(rest.stands()).isEqualTo(Stands.REST);
    assertThat(rest.values()).isEqualTo(Map.of("cost", new BigDecimal("300.00")));
    assertThat(lines.stream().filter(line -> line.stands() == Stands.NONE))
        .allSatisfy(line -> assertThat(line.values()).doesNotContainKey("cost"));
    assertThat(costs(byCampaign)).isEqualByComparingTo("345.00");
    assertThat(costs(bySource)).isEqualByComparingTo("345.00");
    assertThat(
            bySource.tables().get(0).lines().stream()
                .filter(line -> line.key().equals("1"))
                .map(line -> line.values().get("cost")))
        .containsExactly(new BigDecimal("340.00"));
  }

  @Test
  void costsAreEnteredForTheUnitsOneAnswersFor() {
    assertThat(reporting.the(Costs.class).units())
        .extracting(BusinessUnit::id)
        .containsExactly("dach", "emea");
  }

  private static BigDecimal costs(Report report) {
    Stream<Object> costs =
        report.tables().get(0).lines().stream().map(line -> line.values().get("cost"));
    BigDecimal sum =
        costs
            .filter(BigDecimal.class::isInstance)
            .map(BigDecimal.class::cast)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(report.tables().get(0).total().values().get("cost")).isEqualTo(sum);
    return sum;
  }

  private static void cost(int source, @Nullable String campaign, String amount) {
    reporting
        .the(Costs.class)
        .add(
            new NewCost(
                "emea",
                source,
                campaign,
                new BigDecimal(amount),
                "EUR",
                LocalDate.of(2026, 5, 1),
                LocalDate.of(2026, 5, 31)));
  }

  private static Filter filter(String by) {
    return reporting.filter("2025-01-01", "2026-11-20", by, null, null);
  }
}
