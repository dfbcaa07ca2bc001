package org.leadflow.console;

import java.util.List;
import org.leadflow.core.WallClock;
import org.leadflow.lead.AuditTrail;
import org.leadflow.lead.Lead;
import org.leadflow.routing.Decision;
import org.leadflow.routing.Decisions;
import org.springframework.stereotype.Component;

/** Gathers what there is to tell of a lead. */
@Component
class LeadStories {

  private final Decisions decisions;
  private final AuditTrail trail;
  private final CustomerRecords customers;
  private final Explaining explaining;
  private final LeadSheet sheet;
  private final Names names;
  private final WallClock times;

  LeadStories(
      Decisions decisions,
      AuditTrail trail,
      CustomerRecords customers,
      Explaining explaining,
      LeadSheet sheet,
      Names names,
      WallClock times) {
    this.decisions = decisions;
    this.trail = trail;
    this.customers = customers;
    this.explaining = explaining;
    this.sheet = sheet;
    this.names = names;
    this.times = times;
  }

  LeadStory of(Lead lead) {
    List<Decision> decided = decisions.of(lead.leadId());
    boolean waiting = lead.isOpen() && lead.slaDueOn() != null;
    return new LeadStory(
        lead.leadId(),
        lead.fields().fullName(),
        lead.state().label(),
        lead.status().label(),
        lead.closingComment(),
        lead.score(),
        lead.grade(),
        names.owner(lead.owner()),
        waiting ? times.minuteOrNone(lead.slaDueOn()) : null,
        waiting && lead.firstRespondedOn() == null && times.isPast(lead.slaDueOn()),
        times.minuteOrNone(lead.firstRespondedOn()),
        times.minute(lead.createdOn()),
        lead.intakeChannel(),
        decided.stream()
            .filter(decision -> decision.question() == Decision.Question.ROUTING)
            .findFirst()
            .map(Decision::sentence)
            .orElse(null),
        lead.fields(),
        sheet.of(lead.fields()),
        decided.stream().map(explaining::explain).toList(),
        customers.of(
            lead.fields().parentAccountId(),
            lead.fields().parentContactId(),
            lead.qualifyingOpportunityId()),
        trail.of(lead.leadId()).stream().map(entry -> TrailLine.of(entry, names, times)).toList());
  }
}
