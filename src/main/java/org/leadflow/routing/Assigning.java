package org.leadflow.routing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.leadflow.assignment.Asking;
import org.leadflow.assignment.Candidate;
import org.leadflow.assignment.Pools;
import org.leadflow.assignment.Turn;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadOwners;
import org.leadflow.lead.LeadRecords;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.organization.Ownership;
import org.leadflow.routing.Decision.Question;
import org.leadflow.rules.Target;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a lead to whom the rules or a person named. Turn, owner, trail and decision are written in
 * the caller's transaction, so they hold together or not at all.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Assigning {

  private final Organization organization;
  private final Recipients recipients;
  private final Pools pools;
  private final LeadRecords leads;
  private final LeadOwners owners;
  private final Decisions decisions;
  private final RoutingSettings settings;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Assigning(
      Organization organization,
      Recipients recipients,
      Pools pools,
      LeadRecords leads,
      LeadOwners owners,
      Decisions decisions,
      RoutingSettings settings,
      ApplicationEventPublisher events,
      Clock clock) {
    this.organization = organization;
    this.recipients = recipients;
    this.pools = pools;
    this.leads = leads;
    this.owners = owners;
    this.decisions = decisions;
    this.settings = settings;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Follows the route and keeps the decision, whatever comes of it.
   *
   * @return the owner, or empty when there was nobody to give the lead to; the decision tells why
   */
  public Optional<Owner> follow(Lead lead, Route route) {
    Target target = route.target();
    if (target == null) {
      return nobody(lead, route, route.code(), route.sentence(), List.of());
    }
    return switch (target.kind()) {
      case PERSON -> person(lead, route, target.id());
      case QUEUE -> queue(lead, route, target.id());
      case TEAM, OWNER -> turn(lead, route, target.id());
    };
  }

  /**
   * Why nobody may be given a lead by this name; empty when the owner exists, is active and has a
   * role that lets him read it.
   */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public Optional<String> refusal(Owner owner) {
    return recipients.refusal(owner);
  }

  /** Gives the lead to whom a person chose. */
  public void byHand(Lead lead, Owner owner) {
    String sentence = sentenceByHand(owner);
    UUID decision =
        decisions.keep(
            lead.leadId(),
            Question.ROUTING,
            "assigned-by-hand",
            sentence,
            owner,
            Explanation.byHand());
    owners.assign(
        lead, organization.ownership(owner).orElseThrow(), sentence, decision, dueFromNow(lead));
    events.publishEvent(new AssignedByHand(lead.leadId(), owner));
  }

  private static String sentenceByHand(Owner owner) {
    return "Given to "
        + owner.kind().name().toLowerCase(Locale.ROOT)
        + " "
        + owner.id()
        + " by hand.";
  }

  /**
   * Gives a lead to whom a caller of the API chose. When the lead waits for such a choice, the
   * choice is told to the process, which goes on from there. Of a closed lead only the owner
   * changes; nothing goes on.
   *
   * @param seen the lead as the caller's wish was checked against it; when somebody changed it
   *     since, he was first and the wish fails
   */
  @Transactional
  public void wish(Lead seen, Owner owner) {
    Lead lead = leads.locked(seen.leadId());
    if (!Objects.equals(lead.version(), seen.version())) {
      throw new OptimisticLockingFailureException(lead + " changed since it was read");
    }
    if (!lead.isOpen()) {
      owners.assignClosed(lead, organization.ownership(owner).orElseThrow(), sentenceByHand(owner));
      return;
    }
    var wish = new AssignmentWished(lead.leadId(), owner, new AtomicBoolean());
    events.publishEvent(wish);
    if (!wish.fulfilled().get()) {
      byHand(lead, owner);
    }
  }

  /** A person gave the lead to somebody; its task should follow. */
  public record AssignedByHand(UUID leadId, Owner owner) {}

  /** Somebody wants the lead to have this owner; whoever sees to that at once says so. */
  public record AssignmentWished(UUID leadId, Owner owner, AtomicBoolean fulfilled) {}

  private Optional<Owner> person(Lead lead, Route route, String userId) {
    return organization
        .ownership(Owner.user(userId))
        .flatMap(owner -> somebody(lead, route, owner, List.of()))
        .or(
            () ->
                nobody(
                    lead,
                    route,
                    "target-inactive",
                    route.sentence() + " But " + userId + " is no active user.",
                    List.of()));
  }

  private Optional<Owner> queue(Lead lead, Route route, String teamId) {
    return organization
        .ownership(Owner.team(teamId))
        .flatMap(owner -> somebody(lead, route, owner, List.of()))
        .or(
            () ->
                nobody(
                    lead,
                    route,
                    "no-team",
                    route.sentence() + " But there is no team " + teamId + ".",
                    List.of()));
  }

  private Optional<Owner> turn(Lead lead, Route route, String teamId) {
    String grade = lead.grade();
    Turn turn =
        pools.next(
            teamId,
            new Asking(
                lead.leadId(), clock.instant(), Set.of(), grade == null ? "" : grade, Map.of()));
    if (turn instanceof Turn.Queue queue) {
      return somebody(lead, route, queue.owner(), List.of());
    }
    return turn instanceof Turn.Taken taken
        ? somebody(lead, route, taken.winner(), taken.candidates())
        : nobody(
            lead,
            route,
            "none-available",
            route.sentence() + " But nobody of " + teamId + " can take it.",
            turn.candidates());
  }

  private Optional<Owner> somebody(
      Lead lead, Route route, Ownership winner, List<Candidate> candidates) {
    UUID decision =
        decisions.keep(
            lead.leadId(),
            Question.ROUTING,
            "routed",
            route.sentence(),
            winner.owner(),
            route.explanation(candidates));
    owners.assignByRules(
        lead, winner, route.sentence(), decision, dueFromNow(lead), route.answer());
    return Optional.of(winner.owner());
  }

  /** Gives the lead to whoever took its task, or back to the team that offers it. */
  public void follow(Lead lead, Owner owner, String reason) {
    owners.assign(lead, organization.ownership(owner).orElseThrow(), reason, null, null);
  }

  private Optional<Owner> nobody(
      Lead lead, Route route, String code, String sentence, List<Candidate> candidates) {
    decisions.keep(
        lead.leadId(), Question.ROUTING, code, sentence, null, route.explanation(candidates));
    owners.foundNobody(lead, route.answer());
    return Optional.empty();
  }

  /**
   * When the lead should be responded to: as was set when it was assigned, else counted from its
   * creation.
   */
  public Instant dueOn(Lead lead) {
    Instant set = lead.slaDueOn();
    return set != null ? set : lead.createdOn().plus(settings.firstResponse(lead.grade()));
  }

  /** When the lead should be responded to by somebody who gets it now. */
  public Instant dueFromNow(Lead lead) {
    return clock.instant().plus(settings.firstResponse(lead.grade()));
  }
}
