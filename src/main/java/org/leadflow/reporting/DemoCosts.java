package org.leadflow.reporting;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.leadflow.core.Ids;
import org.leadflow.organization.Organization;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the sources of the demo's leads cost this month: so there is something to set them against.
 */
@Component
@ConditionalOnProperty("leadflow.intake.demo-leads")
class DemoCosts {

  private static final List<Demo> COSTS =
      List.of(
          new Demo("emea", 7, 18_000, "EUR"),
          new Demo("emea", 8, 2_400, "EUR"),
          new Demo("americas", 1, 6_500, "USD"),
          new Demo("americas", 8, 3_100, "USD"));

  private final CostRows rows;
  private final Organization organization;
  private final Clock clock;

  DemoCosts(CostRows rows, Organization organization, Clock clock) {
    this.rows = rows;
    this.organization = organization;
    this.clock = clock;
  }

  private record Demo(String unit, int source, int amount, String currency) {}

  @EventListener(ApplicationReadyEvent.class)
  @Transactional
  public void enter() {
    if (!rows.between(LocalDate.EPOCH, LocalDate.of(9999, 12, 31)).isEmpty()) {
      return;
    }
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    for (Demo demo : COSTS) {
      if (organization.unit(demo.unit).isPresent()) {
        rows.add(
            new Cost(
                Ids.next(),
                demo.unit,
                demo.source,
                null,
                BigDecimal.valueOf(demo.amount),
                demo.currency,
                today.withDayOfMonth(1),
                today.with(TemporalAdjusters.lastDayOfMonth()),
                clock.instant(),
                "leadflow"));
      }
    }
  }
}
