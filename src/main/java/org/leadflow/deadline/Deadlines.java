package org.leadflow.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Remembered;
import org.leadflow.lead.Lead;
import org.leadflow.offer.Offers;
import org.leadflow.organization.BusinessUnit;
import org.leadflow.organization.Calendars;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.organization.Ownership;
import org.leadflow.organization.WorkingTime;
import org.springframework.stereotype.Service;

/**
 * Says which deadlines a lead has, in the working time of its owner: of a person by his calendar,
 * of a team by its unit's. What was found for a lead nobody touched since it came in costs no
 * statement.
 */
@Service
public class Deadlines {

  private final DeadlineTable table;
  private final Calendars calendars;
  private final DeadlineEvents events;
  private final Offers offers;
  private final Remembered<Map<String, String>> parents;

  Deadlines(
      DeadlineTable table,
      Calendars calendars,
      DeadlineEvents events,
      Offers offers,
      Organization organization) {
    this.table = table;
    this.calendars = calendars;
    this.events = events;
    this.offers = offers;
    this.parents = new Remembered<>(() -> parents(organization.units()));
  }

  private static Map<String, String> parents(List<BusinessUnit> units) {
    var parents = new HashMap<String, String>();
    units.forEach(unit -> parents.put(unit.id(), unit.parentId()));
    return parents;
  }

  /** The deadlines the lead has now; none when it is closed or nobody owns it yet. */
  public List<Running> of(Lead lead) {
    if (!lead.isOpen()) {
      return List.of();
    }
    // A lead that was stored only has nothing behind it.
    boolean untouched = lead.version() == null || lead.version() == 0;
    return of(new History(lead, untouched ? List.of() : events.of(lead.leadId())));
  }

  /**
   * The same with what became of all it had. While the lead is on offer to a partner, nobody has to
   * do anything about it but answer, and it has none.
   */
  public LeadDeadlines around(Lead lead) {
    return new LeadDeadlines(isOffered(lead) ? List.of() : of(lead), events.of(lead.leadId()));
  }

  /** Whether nobody has the lead yet, for it is on offer to a partner. */
  boolean isOffered(Lead lead) {
    return lead.owningPartner() != null && offers.open(lead.leadId()).isPresent();
  }

  /** The same by what is known to have happened; of a closed lead those it had. */
  List<Running> of(History history) {
    Lead lead = history.lead();
    if (lead.owner().equals(Owner.team(Organization.INTAKE_TEAM))) {
      return List.of();
    }
    var running = new ArrayList<Running>();
    Deadline contact =
        lead.firstRespondedOn() == null ? Deadline.FIRST_RESPONSE : Deadline.NEXT_STEP;
    WorkingTime time = timeOf(lead.owner(), lead.owningBusinessUnit());
    for (Deadline deadline : List.of(contact, Deadline.QUALIFICATION)) {
      allowance(lead, deadline, lead.owningBusinessUnit())
          .ifPresent(given -> running.add(running(given, history, time)));
    }
    return running;
  }

  static Running running(Allowance given, History history, WorkingTime time) {
    Deadline deadline = given.deadline();
    Instant begun = history.begin(deadline);
    Duration paused = Duration.ZERO;
    if (deadline == Deadline.QUALIFICATION) {
      for (History.Span pause : history.pauses(begun)) {
        paused = paused.plus(time.between(pause.from(), pause.until()));
      }
    }
    boolean reminded = history.knows(deadline, Happened.REMINDED, begun);
    return new Running(
        deadline,
        begun,
        reminded || given.remind() == null ? null : after(time, begun, given.remind().plus(paused)),
        after(time, begun, given.due().plus(paused)),
        history.knows(deadline, Happened.MISSED, begun),
        given.reroute() == null ? null : after(time, begun, given.reroute().plus(paused)));
  }

  /**
   * Until when somebody who gets the lead at this moment should respond; null when nothing is said
   * about such leads.
   */
  public @Nullable Instant firstResponse(Lead lead, Ownership ownership, Instant from) {
    WorkingTime time = timeOf(ownership.owner(), ownership.businessUnitId());
    return allowance(lead, Deadline.FIRST_RESPONSE, ownership.businessUnitId())
        .map(given -> after(time, from, given.due()))
        .orElse(null);
  }

  /** When the owner of a lead works. */
  WorkingTime timeOf(Lead lead) {
    return timeOf(lead.owner(), lead.owningBusinessUnit());
  }

  private WorkingTime timeOf(Owner owner, String unit) {
    return owner.kind() == Owner.Kind.USER ? calendars.of(owner.id()) : calendars.ofUnit(unit);
  }

  private Optional<Allowance> allowance(Lead lead, Deadline deadline, String unit) {
    return table.find(deadline, upwards(unit), lead.grade(), lead.fields().leadSourceCode());
  }

  private List<String> upwards(String unit) {
    Map<String, String> above = parents.get();
    var units = new ArrayList<String>();
    for (String next = unit; next != null && !units.contains(next); next = above.get(next)) {
      units.add(next);
    }
    return units;
  }

  /** Who never works has all the time there is counted. */
  private static Instant after(WorkingTime time, Instant from, Duration work) {
    return time.plus(from, work).orElse(from.plus(work));
  }
}
