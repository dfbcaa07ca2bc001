package org.leadflow.routing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.leadflow.assignment.Pools;
import org.leadflow.assignment.TurnedDown;
import org.leadflow.assignment.Way;
import org.leadflow.core.CurrentActor;
import org.leadflow.deadline.Deadlines;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadOwners;
import org.leadflow.lead.LeadRecords;
import org.leadflow.offer.Offering;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.organization.Ownership;
import org.leadflow.organization.User;
import org.leadflow.routing.Decision.Came;
import org.leadflow.routing.Decision.Question;
import org.leadflow.routing.Occasion.Why;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a lead to whom a person named, and takes it back from whom it is not for. Owner, trail and
 * decision are written in the caller's transaction, so they hold together or not at all.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Assigning {

  private final Organization organization;
  private final Recipients recipients;
  private final LeadRecords leads;
  private final LeadOwners owners;
  private final Decisions decisions;
  private final Pools pools;
  private final TurnedDown turnedDown;
  private final WishInHand wishes;
  private final PartnersLeads partners;
  private final Offering offering;
  private final Deadlines deadlines;
  private final CurrentActor actor;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Assigning(
      Organization organization,
      Recipients recipients,
      LeadRecords leads,
      LeadOwners owners,
      Decisions decisions,
      Pools pools,
      TurnedDown turnedDown,
      WishInHand wishes,
      PartnersLeads partners,
      Offering offering,
      Deadlines deadlines,
      CurrentActor actor,
      ApplicationEventPublisher events,
      Clock clock) {
    this.organization = organization;
    this.recipients = recipients;
    this.leads = leads;
    this.owners = owners;
    this.decisions = decisions;
    this.pools = pools;
    this.turnedDown = turnedDown;
    this.wishes = wishes;
    this.partners = partners;
    this.offering = offering;
    this.deadlines = deadlines;
    this.actor = actor;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Why whoever acts may give nobody a lead by this name; empty when the owner exists, is active
   * and has a role that lets him read it. Somebody of a partner gives leads to his colleagues only,
   * and is not told who else there is.
   */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public Optional<String> refusal(Owner owner) {
    String partner = organization.user(actor.get().id()).map(User::partnerId).orElse(null);
    return partner == null || isOf(partner, owner)
        ? recipients.refusal(owner)
        : Optional.of("must be somebody of your own, or one of your teams");
  }

  private boolean isOf(String partner, Owner owner) {
    return organization
        .ownership(owner)
        .filter(ownership -> partner.equals(ownership.partnerId()))
        .isPresent();
  }

  /**
   * Gives the lead to whom a person chose. The reason he gave with his wish stands in the decision
   * only, which goes with the lead; the trail tells that there is one.
   */
  public void byHand(Lead lead, Owner owner) {
    String reason = wishes.reason();
    Ownership ownership = organization.ownership(owner).orElseThrow();
    partners.requireReason(lead, ownership, reason);
    Instant keptUntil = offering.byHand(lead, ownership);
    String sentence = sentenceByHand(owner);
    UUID decision =
        decisions.keep(
            lead.leadId(),
            Question.ROUTING,
            "assigned-by-hand",
            reason == null ? sentence : sentence + " " + reason,
            Came.ASSIGNED,
            owner,
            Explanation.byHand(new Occasion(Why.ASKED, null, null, reason)));
    owners.assignProtected(
        lead,
        ownership,
        reason == null ? sentence : sentence + " The decision tells why.",
        decision,
        dueByHand(lead, ownership),
        keptUntil);
    if (owner.kind() == Owner.Kind.USER) {
      pools.count(owner.id(), Way.MANUAL);
    }
    events.publishEvent(new AssignedByHand(lead.leadId(), owner));
  }

  private static String sentenceByHand(Owner owner) {
    return "Given to "
        + owner.kind().name().toLowerCase(Locale.ROOT)
        + " "
        + owner.id()
        + " by hand.";
  }

  /** What comes back from the lead desk had an owner before, and does not get younger by it. */
  private @Nullable Instant dueByHand(Lead lead, Ownership ownership) {
    boolean cameBack =
        lead.slaDueOn() != null && lead.owner().equals(Owner.team(Organization.INTAKE_TEAM));
    return cameBack ? null : dueFromNow(lead, ownership);
  }

  /**
   * Gives a lead to whom a caller of the API chose. When the lead waits for such a choice, the
   * choice is told to the process, which goes on from there. Of a closed lead only the owner
   * changes; nothing goes on.
   *
   * @param seen the lead as the caller's wish was checked against it; when somebody changed it
   *     since, he was first and the wish fails
   * @param reason in his words, null when he gave none
   */
  @Transactional
  public void wish(Lead seen, Owner owner, @Nullable String reason) {
    Lead lead = leads.locked(seen.leadId());
    if (!Objects.equals(lead.version(), seen.version())) {
      throw new OptimisticLockingFailureException(lead + " changed since it was read");
    }
    if (!lead.isOpen()) {
      owners.assignClosed(lead, organization.ownership(owner).orElseThrow(), sentenceByHand(owner));
      return;
    }
    wishes.because(
        reason,
        () -> {
          var wish = new AssignmentWished(lead.leadId(), owner, new AtomicBoolean());
          events.publishEvent(wish);
          if (!wish.fulfilled().get()) {
            byHand(lead, owner);
          }
        });
  }

  /** A person gave the lead to somebody; its task should follow. */
  public record AssignedByHand(UUID leadId, Owner owner) {}

  /** Somebody wants the lead to have this owner; whoever sees to that at once says so. */
  public record AssignmentWished(UUID leadId, Owner owner, AtomicBoolean fulfilled) {}

  /** Gives the lead to whoever took its task, or back to the team that offers it. */
  public void follow(Lead lead, Owner owner, String reason) {
    owners.assign(lead, organization.ownership(owner).orElseThrow(), reason, null, null);
  }

  /**
   * Gives the lead back to the lead desk. Its owner has declined it, so that no rule gives it to
   * him again, unless it is taken from him because he left or is away. Its age stays.
   *
   * @param words why, as its owner wrote it; null when he gave no reason
   */
  public void handBack(Lead lead, @Nullable String words) {
    Owner desk = Owner.team(Organization.INTAKE_TEAM);
    boolean taken = wishes.takenAway();
    if (!taken) {
      String from = lead.owner().id();
      String sentence = from + " handed it back.";
      decisions.keep(
          lead.leadId(),
          Question.ROUTING,
          "handed-back",
          words == null ? sentence : sentence + " " + words,
          Came.TRIAGE,
          desk,
          Explanation.byHand(new Occasion(Why.ASKED, null, from, words)));
      offering.giveBack(lead);
      if (lead.ownerUser() != null) {
        turnedDown.add(lead.leadId(), lead.ownerUser(), TurnedDown.Answer.DECLINED);
      }
    }
    follow(
        lead,
        desk,
        taken
            ? "Taken from an owner who left or is away."
            : words == null ? "Handed back." : "Handed back. The decision tells why.");
  }

  /**
   * Takes the lead from an owner who let it lapse, and gives it to the lead desk until somebody
   * else is found; no rule gives it to him again. Its age stays.
   */
  public void lapsed(Lead lead) {
    Owner desk = Owner.team(Organization.INTAKE_TEAM);
    String from = lead.owner().id();
    decisions.keep(
        lead.leadId(),
        Question.ROUTING,
        "lapsed",
        from + " let it lapse.",
        Came.TRIAGE,
        desk,
        Explanation.byHand(new Occasion(Why.LAPSED, null, from, null)));
    offering.giveBack(lead);
    if (lead.ownerUser() != null) {
      turnedDown.add(lead.leadId(), lead.ownerUser(), TurnedDown.Answer.LAPSED);
    }
    follow(lead, desk, "Let lapse.");
  }

  /**
   * When the lead should be responded to: as was set when it was assigned, else counted from its
   * creation.
   */
  public Instant dueOn(Lead lead) {
    Instant set = lead.slaDueOn();
    return set != null
        ? set
        : dueFrom(
            lead,
            new Ownership(lead.owner(), lead.owningBusinessUnit(), lead.owningPartner()),
            lead.createdOn());
  }

  /** When the lead should be responded to by somebody who gets it now. */
  public Instant dueFromNow(Lead lead, Ownership ownership) {
    return dueFrom(lead, ownership, clock.instant());
  }

  /** Who gets a lead nothing is said about has a day. */
  private Instant dueFrom(Lead lead, Ownership ownership, Instant from) {
    Instant due = deadlines.firstResponse(lead, ownership, from);
    return due == null ? from.plus(Duration.ofDays(1)) : due;
  }
}
