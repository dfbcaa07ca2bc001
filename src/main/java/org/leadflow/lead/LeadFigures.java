package org.leadflow.lead;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.leadflow.core.Remembered;
import org.leadflow.core.Watched;
import org.leadflow.core.Watched.Figure;
import org.leadflow.lead.LeadEvent.LeadAssigned;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells operators how many leads there are, and how long they wait for their first owner. */
@Component
class LeadFigures {

  private final JdbcClient jdbc;
  private final LeadsInHand leads;
  private final LeadLedger ledger;
  private final Remembered<Owner> intake;
  private final Timer timeToAssignment;

  LeadFigures(
      JdbcClient jdbc,
      LeadsInHand leads,
      LeadLedger ledger,
      Organization organization,
      MeterRegistry registry,
      Watched watched) {
    this.jdbc = jdbc;
    this.leads = leads;
    this.ledger = ledger;
    this.intake = new Remembered<>(() -> Owner.team(organization.intakeTeam().id()));
    this.timeToAssignment =
        Timer.builder("leadflow.time.to.assignment")
            .description("From storing a lead to its first owner, of leads routed by this node")
            .serviceLevelObjectives(
                Duration.ofMillis(100),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                Duration.ofMinutes(10),
                Duration.ofHours(1),
                Duration.ofDays(1))
            .register(registry);
    watched.watch("leadflow.leads", "Leads by state", this::byState);
  }

  private List<Figure> byState() {
    return Arrays.stream(StateCode.values())
        .map(
            state ->
                new Figure(
                    jdbc.sql("SELECT count(*) FROM lead WHERE state_code = ?")
                        .param(state.code())
                        .query(Long.class)
                        .single(),
                    "state",
                    state.label()))
        .toList();
  }

  /**
   * Counted a moment before it is committed: what is rolled back is tried again and counts then.
   */
  @EventListener
  void count(LeadAssigned event) {
    if (event.before().equals(intake.get())) {
      leads
          .find(event.leadId())
          .ifPresent(lead -> timeToAssignment.record(between(lead.createdOn(), ledger.now())));
    }
  }

  private static Duration between(Instant from, Instant to) {
    return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
  }
}
