package org.leadflow.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadEvent.LeadClosed;
import org.leadflow.lead.LeadEvent.LeadContacted;
import org.leadflow.lead.LeadEvent.LeadReactivated;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.StatusCode;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes what becomes of deadlines, in the transaction in which it happens. Asked too early it does
 * nothing, so that a timer may come too soon; asked twice it does it once.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Keeping {

  private final Deadlines deadlines;
  private final DeadlineEvents events;
  private final LeadManagers managers;
  private final LeadRecords leads;
  private final DeadlineSettings settings;
  private final Clock clock;

  Keeping(
      Deadlines deadlines,
      DeadlineEvents events,
      LeadManagers managers,
      LeadRecords leads,
      DeadlineSettings settings,
      Clock clock) {
    this.deadlines = deadlines;
    this.events = events;
    this.managers = managers;
    this.leads = leads;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Reminds the owner of every deadline of which it is time.
   *
   * @return whether there was one
   */
  public boolean remind(Lead lead, Instant now) {
    List<Running> come = Timetable.come(deadlines.of(lead), Running::remindOn, now);
    come.forEach(
        each -> events.add(lead, each.deadline(), Happened.REMINDED, now, each.dueOn(), null));
    return !come.isEmpty();
  }

  /**
   * Notes every deadline that was missed and tells the managers.
   *
   * @return the ids of those who were told; empty when none was missed
   */
  public Optional<Set<String>> miss(Lead lead, Instant now) {
    List<Running> come = Timetable.come(deadlines.of(lead), Running::missOn, now);
    if (come.isEmpty()) {
      return Optional.empty();
    }
    Set<String> told = managers.of(lead);
    come.forEach(each -> missed(lead, each, now, told));
    return Optional.of(told);
  }

  private void missed(Lead lead, Running each, Instant now, Set<String> told) {
    String names = String.join(",", told);
    events.add(
        lead,
        each.deadline(),
        Happened.MISSED,
        now,
        each.dueOn(),
        names.isEmpty() || names.length() > 1000 ? null : names);
  }

  /** Whether the owner let the lead lapse; notes it when he did. */
  public boolean lapse(Lead lead, Instant now) {
    List<Running> come = Timetable.come(deadlines.of(lead), Running::rerouteOn, now);
    come.forEach(
        each -> {
          if (!each.missed()) {
            missed(lead, each, now, Set.of());
          }
          events.add(lead, each.deadline(), Happened.REROUTED, now, each.dueOn(), null);
        });
    return !come.isEmpty();
  }

  /** Whether so many owners let it lapse that a person has to decide. */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public boolean lapsedTooOften(Lead lead) {
    return new History(lead, events.of(lead.leadId())).count(Happened.REROUTED)
        >= settings.lapses();
  }

  /** The customer has time until the begin of this day, as the owner's clock shows it. */
  public void waits(Lead lead, LocalDate until) {
    Instant end = until.atStartOfDay(deadlines.timeOf(lead).zone()).toInstant();
    events.add(lead, Deadline.NEXT_STEP, Happened.WAITING, clock.instant(), end, null);
  }

  @EventListener
  void on(LeadContacted contacted) {
    ended(contacted.before(), false);
  }

  /** Whoever closes a lead has responded, too. Looked at while its offer, if any, is still open. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(LeadClosed closed) {
    leads
        .find(closed.leadId())
        .filter(lead -> lead.assignedOn() != null && closed.reason() != StatusCode.DUPLICATE)
        .ifPresent(lead -> ended(lead, true));
  }

  @EventListener
  void on(LeadReactivated reactivated) {
    leads
        .find(reactivated.leadId())
        .ifPresent(
            lead ->
                events.add(
                    lead, Deadline.QUALIFICATION, Happened.BEGUN, clock.instant(), null, null));
  }

  private void ended(Lead lead, boolean closed) {
    if (deadlines.isOffered(lead)) {
      return;
    }
    Instant now = clock.instant();
    for (Running each : deadlines.of(new History(lead, events.of(lead.leadId())))) {
      if (closed || each.deadline() != Deadline.QUALIFICATION) {
        boolean late = each.missed() || each.dueOn().isBefore(now);
        // Its timer is gone when others have to answer first, or comes only in a moment.
        if (late && !each.missed()) {
          missed(lead, each, now, Set.of());
        }
        events.add(
            lead, each.deadline(), late ? Happened.LATE : Happened.MET, now, each.dueOn(), null);
      }
    }
  }
}
