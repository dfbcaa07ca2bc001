package org.leadflow.qualification.approval;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.AccessLevel;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Privilege;
import org.leadflow.access.VisibleRows;
import org.leadflow.core.CurrentActor;
import org.leadflow.core.Ids;
import org.leadflow.core.Refused;
import org.leadflow.lead.AuditEntry.Action;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadEvent.LeadMerged;
import org.leadflow.lead.LeadRecords;
import org.leadflow.organization.Calendars;
import org.leadflow.organization.Currencies;
import org.leadflow.qualification.Qualification;
import org.leadflow.qualification.Withdrawing.Withdrawn;
import org.leadflow.qualification.approval.Approval.State;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks for approvals and keeps what was answered, each with its line in the lead's trail. */
@Service
public class Approvals {

  private final ApprovalRows rows;
  private final Approvers approvers;
  private final Qualification qualification;
  private final LeadRecords leads;
  private final LeadAccess access;
  private final CurrentCaller callers;
  private final CurrentActor actor;
  private final Currencies currencies;
  private final Calendars calendars;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Approvals(
      ApprovalRows rows,
      Approvers approvers,
      Qualification qualification,
      LeadRecords leads,
      LeadAccess access,
      CurrentCaller callers,
      CurrentActor actor,
      Currencies currencies,
      Calendars calendars,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.approvers = approvers;
    this.qualification = qualification;
    this.leads = leads;
    this.access = access;
    this.callers = callers;
    this.actor = actor;
    this.currencies = currencies;
    this.calendars = calendars;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Asks for an approval when the deal that is planned for the lead is larger than the limit, and
   * whoever wants it could not approve it himself. Looking costs no statement.
   *
   * @param limit in the base currency
   * @param now by the clock that reminds of it
   * @param work how much working time of the owner's unit there is for an answer
   * @return empty when none is needed
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Approval> ask(UUID leadId, BigDecimal limit, Instant now, Duration work) {
    BigDecimal amount = qualification.plannedAmount(leadId).orElse(BigDecimal.ZERO);
    if (amount.compareTo(limit) <= 0) {
      return Optional.empty();
    }
    Lead lead = leads.get(leadId);
    Caller caller = callers.get();
    if (mayApprove(lead, caller) || approvers.of(lead, caller.userId()).isEmpty()) {
      return Optional.empty();
    }
    Instant due =
        calendars.ofUnit(lead.owningBusinessUnit()).plus(now, work).orElse(now.plus(work));
    var approval =
        new Approval(
            Ids.next(),
            leadId,
            State.OPEN,
            amount,
            limit,
            currencies.base(),
            caller.userId(),
            clock.instant(),
            due,
            null,
            null,
            null);
    rows.end(leadId, State.WITHDRAWN, clock.instant(), approval.askedBy(), null);
    rows.add(approval);
    leads.tell(lead, Action.APPROVAL_ASKED, "approval " + approval.approvalId());
    return Optional.of(approval);
  }

  /** Notes that it is approved, in the transaction that qualifies the lead. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void approve(UUID leadId) {
    end(leadId, State.APPROVED, Action.APPROVED, null, "");
  }

  /** Notes that the owner has to work the lead again. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void sendBack(UUID leadId, String reason) {
    String why = nobodyIsAbove(leadId) ? ", nobody is above the owner" : "";
    end(leadId, State.SENT_BACK, Action.SENT_BACK, reason, why);
  }

  private void end(
      UUID leadId, State state, Action action, @Nullable String reason, String because) {
    Approval open = rows.open(leadId).orElseThrow(() -> notAsked(leadId));
    rows.end(leadId, state, clock.instant(), actor.get().id(), reason);
    leads.tell(leads.get(leadId), action, "approval " + open.approvalId() + because);
  }

  /** Whether an approval is open that nobody is asked for: the lead has another owner since. */
  public boolean nobodyIsAbove(UUID leadId) {
    return rows.open(leadId)
        .filter(open -> approvers.of(leads.get(leadId), open.askedBy()).isEmpty())
        .isPresent();
  }

  /** The approval nobody answered yet; empty when there is none. */
  public Optional<Approval> open(UUID leadId) {
    return rows.open(leadId);
  }

  /** All of a lead, the newest first. */
  public List<Approval> of(UUID leadId) {
    return rows.of(leadId);
  }

  /** A page of those nobody answered yet about leads that may be seen, the next to be due first. */
  public Page<Approval> open(VisibleRows seen, Pageable page) {
    return rows.open(seen, page);
  }

  /** Whether the caller may answer an approval of this lead that somebody asked for. */
  public boolean mayAnswer(Lead lead, Approval approval) {
    Caller caller = callers.get();
    return mayApprove(lead, caller) && !caller.userId().equals(approval.askedBy());
  }

  /** Carries the answer out, or refuses and changes nothing. */
  @Transactional
  public void answer(UUID leadId, ApprovalAnswer answer) {
    check(leadId);
    events.publishEvent(new ApprovalAnswer.Given(leadId, answer));
  }

  /**
   * Whether the caller may answer now; the lead is held from here on.
   *
   * @throws Refused why not
   */
  @Transactional
  public Lead check(UUID leadId) {
    access.require(leadId, Privilege.WRITE);
    Lead lead = leads.locked(leadId);
    Approval open = rows.open(leadId).orElseThrow(() -> notAsked(leadId));
    if (!mayAnswer(lead, open)) {
      throw new Refused(
          HttpStatus.FORBIDDEN,
          "not-your-approval",
          approvers.whoDecides(lead, open.askedBy()),
          List.of());
    }
    return lead;
  }

  /**
   * After the conversion was planned anew: what is approved is what was asked for, or less.
   *
   * @throws Refused when the deal grew meanwhile
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void requireNotMore(UUID leadId) {
    BigDecimal now = qualification.plannedAmount(leadId).orElse(BigDecimal.ZERO);
    rows.open(leadId)
        .filter(asked -> now.compareTo(asked.amount()) > 0)
        .ifPresent(
            asked -> {
              throw Refused.conflict(
                  "amount-changed",
                  "The deal is larger now than what you were asked to approve. Send it back, so that"
                      + " its owner asks again.");
            });
  }

  private boolean mayApprove(Lead lead, Caller caller) {
    return !caller.userId().equals(lead.ownerUser())
        && access.allowsBeyondOwning(lead, Privilege.WRITE, AccessLevel.LOCAL);
  }

  private Refused notAsked(UUID leadId) {
    return rows.of(leadId).stream()
        .filter(last -> last.state() != State.WITHDRAWN)
        .findFirst()
        .map(
            last ->
                Refused.conflict(
                    "already-answered",
                    "It was answered: "
                        + approvers.told(last.answeredBy())
                        + (last.state() == State.APPROVED ? " approved it." : " sent it back.")))
        .orElseGet(() -> Refused.conflict("not-asked", "Nobody is asked to approve this lead."));
  }

  @EventListener
  void on(LeadMerged merged) {
    rows.end(merged.leadId(), State.WITHDRAWN, clock.instant(), "leadflow", null);
  }

  @EventListener
  void on(Withdrawn withdrawn) {
    rows.end(withdrawn.leadId(), State.WITHDRAWN, clock.instant(), "leadflow", null);
  }
}
