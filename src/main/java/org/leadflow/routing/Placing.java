package org.leadflow.routing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.assignment.Asking;
import org.leadflow.assignment.Candidate;
import org.leadflow.assignment.Considered;
import org.leadflow.assignment.Gate;
import org.leadflow.assignment.Objections;
import org.leadflow.assignment.Otherwise;
import org.leadflow.assignment.Pools;
import org.leadflow.assignment.Turn;
import org.leadflow.assignment.Way;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadOwners;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.organization.Ownership;
import org.leadflow.routing.Decision.Came;
import org.leadflow.routing.Decision.Question;
import org.leadflow.rules.Target;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a lead to whom the rules named, or says why to nobody. Turn, owner, trail and decision are
 * written in the caller's transaction, so they hold together or not at all.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Placing {

  private final Organization organization;
  private final Acquaintances acquaintances;
  private final Turns turns;
  private final Pools pools;
  private final Objections objections;
  private final LeadOwners owners;
  private final Decisions decisions;
  private final Assigning assigning;
  private final RoutingSettings settings;
  private final PartnersLeads partners;
  private final Clock clock;

  Placing(
      Organization organization,
      Acquaintances acquaintances,
      Turns turns,
      Pools pools,
      Objections objections,
      LeadOwners owners,
      Decisions decisions,
      Assigning assigning,
      RoutingSettings settings,
      PartnersLeads partners,
      Clock clock) {
    this.organization = organization;
    this.acquaintances = acquaintances;
    this.turns = turns;
    this.pools = pools;
    this.objections = objections;
    this.owners = owners;
    this.decisions = decisions;
    this.assigning = assigning;
    this.settings = settings;
    this.partners = partners;
    this.clock = clock;
  }

  /** Follows the route of a lead that came in, came back or has waited. */
  public Outcome place(Lead lead, Route route) {
    return place(lead, route, Occasion.ARRIVED);
  }

  /** Follows the route and keeps the decision, whatever comes of it. */
  Outcome place(Lead lead, Route route, Occasion occasion) {
    var step = new Step(lead, route, occasion);
    Target target = route.target();
    if (target == null) {
      return step.nobody(route.code(), "");
    }
    if (route.isKept()) {
      return step.kept(target.id());
    }
    if (lead.routingHops() >= settings.hops() && occasion.by() == null) {
      return step.nobody(
          "hop-limit", "But rules gave it to " + lead.routingHops() + " owners already.");
    }
    if (occasion.by() == null && isMovedTooOften(lead)) {
      return step.nobody(
          "moved-too-often",
          "But rules gave it to "
              + settings.moves()
              + " owners within "
              + settings.movesWithin().toDays()
              + " days.");
    }
    String partner = partners.askedFirst(lead, route);
    if (partner != null) {
      return step.offer(partner, target);
    }
    return switch (target.kind()) {
      case PERSON -> step.person(target.id());
      case QUEUE -> step.queue(target.id());
      case TEAM -> step.turn(target.id());
      case OWNER -> step.owner(target.id());
    };
  }

  /** Whether rules and rules alone send it to and fro. */
  private boolean isMovedTooOften(Lead lead) {
    return lead.routingHops() >= settings.moves()
        && decisions.movesSince(lead.leadId(), clock.instant().minus(settings.movesWithin()))
            >= settings.moves();
  }

  /** One lead on its way to somebody. */
  private final class Step {

    private final Lead lead;
    private final Route route;
    private final Occasion occasion;
    private String sentence;
    private @Nullable Acquaintance acquaintance;
    private List<PoolAsked> before = List.of();
    private List<Candidate> candidates = List.of();
    private @Nullable Considered pool;
    private @Nullable Instant waitUntil;

    private Step(Lead lead, Route route, Occasion occasion) {
      this.lead = lead;
      this.route = route;
      this.occasion = occasion;
      this.sentence = route.sentence();
    }

    /** It stays with the partner who has it, and its task goes to his team. */
    private Outcome kept(String teamId) {
      return lead.owner().equals(Owner.team(teamId))
          ? new Outcome.Assigned(lead.owner(), route.code(), sentence)
          : somebody(organization.ownership(Owner.team(teamId)).orElseThrow(), route.code());
    }

    /** The partner's people are asked; nobody has a turn before one of them wants it. */
    private Outcome offer(String partner, Target target) {
      Owner to =
          target.kind() == Target.Kind.PERSON ? Owner.user(target.id()) : Owner.team(target.id());
      Optional<Ownership> found = organization.ownership(to);
      if (found.isEmpty() || !partners.hasPeople(to)) {
        return nobody("target-inactive", "But " + target.id() + " has nobody who could answer.");
      }
      return offered(partner, found.get());
    }

    private Outcome offered(String partner, Ownership to) {
      if (lead.owner().equals(to.owner())) {
        return new Outcome.Offered(to.owner(), "offered", sentence);
      }
      if (partners.isOver(lead, partner)) {
        return nobody(
            "turned-down", "But " + partners.nameOf(partner) + " did not take it before.");
      }
      sentence = sentence + " It is offered to " + partners.nameOf(partner) + ".";
      UUID decision = keep("offered", Came.OFFERED, to.owner());
      owners.assignByRules(lead, to, sentence, decision, null, route.answer());
      return new Outcome.Offered(to.owner(), "offered", sentence);
    }

    private Outcome person(String userId) {
      Optional<Ownership> found = organization.ownership(Owner.user(userId));
      if (found.isEmpty()) {
        return nobody("target-inactive", "But " + userId + " is no active user.");
      }
      if (occasion.leftOut().contains(userId)) {
        return nobody(Gate.EXCLUDED.code(), "But " + userId + " is left out this time.");
      }
      // Who never had it cannot have turned it down.
      Optional<Gate> declined =
          lead.routingHops() == 0 ? Optional.empty() : objections.turnedDown(lead.leadId(), userId);
      return declined.isEmpty()
          ? somebody(found.get())
          : nobody(declined.get().code(), userId + ": " + declined.get().sentence());
    }

    private Outcome queue(String teamId) {
      return organization
          .ownership(Owner.team(teamId))
          .map(this::somebody)
          .orElseGet(() -> nobody("no-team", "But there is no team " + teamId + "."));
    }

    private Outcome owner(String teamId) {
      Asking asking = turns.about(lead, route.facts(), occasion);
      acquaintance = acquaintances.of(lead, teamId, asking).orElse(null);
      if (acquaintance == null) {
        return turn(teamId);
      }
      sentence = sentence + " " + acquaintance.inWords();
      if (!acquaintance.takes()) {
        return turn(teamId);
      }
      Outcome outcome =
          somebody(organization.ownership(Owner.user(acquaintance.userId())).orElseThrow());
      pools.count(teamId, acquaintance.userId(), Way.STICKY);
      return outcome;
    }

    private Outcome turn(String teamId) {
      Turns.Asked asked = turns.ask(teamId, turns.about(lead, route.facts(), occasion));
      before = asked.before();
      candidates = asked.last().candidates();
      pool = asked.last().considered();
      for (PoolAsked sent : before) {
        sentence = sentence + " " + sent.sentence() + " So " + sent.otherwise().teamId() + ".";
      }
      if (asked.last() instanceof Turn.Taken taken) {
        return somebody(taken.winner());
      }
      if (asked.last() instanceof Turn.Queue queue) {
        return somebody(queue.owner());
      }
      var nobody = (Turn.NobodyAvailable) asked.last();
      return nobody.otherwise().kind() == Otherwise.Kind.WAIT
          ? waits(asked, nobody)
          : nobody(nobody.code().code(), nobody.sentence());
    }

    private Outcome waits(Turns.Asked asked, Turn.NobodyAvailable nobody) {
      String code = nobody.code().code();
      Owner team = Owner.team(asked.teamId());
      if (occasion.ownerGoes()) {
        // Its task is open already: the team has it to claim, and nobody is kept waiting.
        sentence = sentence + " " + nobody.sentence();
        return somebody(organization.ownership(team).orElseThrow(), code);
      }
      if (occasion.why() != Occasion.Why.ARRIVED) {
        return nobody(code, nobody.sentence());
      }
      Instant now = clock.instant();
      Instant earliest = asked.earliest();
      Instant until =
          earliest == null
              ? now.plus(settings.lookAgain())
              : earliest.isAfter(now) ? earliest : now.plusSeconds(1);
      if (until.isAfter(now.plus(settings.longestWait()))) {
        return nobody(code, nobody.sentence() + " Before " + until + " nobody is available.");
      }
      boolean waitedBefore = lead.owner().equals(team) && lead.assignedOn() != null;
      long waits = waitedBefore ? 1 + decisions.waitsSince(lead.leadId(), lead.assignedOn()) : 0;
      if (waits >= settings.waits()) {
        return nobody(code, nobody.sentence() + " It waited often enough.");
      }
      waitUntil = until;
      sentence = sentence + " " + nobody.sentence() + " It waits until " + until + ".";
      UUID decision = keep(code, Came.WAITS, team);
      if (!waitedBefore) {
        owners.assignByRules(
            lead,
            organization.ownership(team).orElseThrow(),
            sentence,
            decision,
            null,
            route.answer());
      }
      owners.foundNobody(lead, route.answer());
      return new Outcome.Waits(team, until, code, sentence);
    }

    private Outcome somebody(Ownership winner) {
      String partner = partners.askedFirst(lead, winner);
      return partner == null ? somebody(winner, route.code()) : offered(partner, winner);
    }

    private Outcome somebody(Ownership winner, String code) {
      UUID decision = keep(code, Came.ASSIGNED, winner.owner());
      owners.assignByRules(
          lead,
          winner,
          sentence,
          decision,
          lead.slaDueOn() == null ? assigning.dueFromNow(lead, winner) : null,
          route.answer());
      return new Outcome.Assigned(winner.owner(), code, sentence);
    }

    private Outcome nobody(String code, String why) {
      sentence = why.isEmpty() ? sentence : sentence + " " + why;
      boolean stays =
          !occasion.ownerGoes()
              && occasion.why() != Occasion.Why.ARRIVED
              && !lead.owner().equals(Owner.team(Organization.INTAKE_TEAM));
      UUID decision = keep(code, stays ? Came.STAYS : Came.TRIAGE, null);
      if (hasWaited()) {
        owners.assignByRules(
            lead,
            organization.ownership(Owner.team(Organization.INTAKE_TEAM)).orElseThrow(),
            sentence,
            decision,
            null,
            route.answer());
      }
      owners.foundNobody(lead, route.answer());
      return new Outcome.Nobody(code, sentence);
    }

    /** Whether a team still has it that waited with it, and that it has to leave now. */
    private boolean hasWaited() {
      return occasion.why() == Occasion.Why.ARRIVED
          && lead.owner().kind() == Owner.Kind.TEAM
          && !lead.owner().id().equals(Organization.INTAKE_TEAM);
    }

    private UUID keep(String code, Came came, @Nullable Owner owner) {
      return decisions.keep(
          lead.leadId(),
          Question.ROUTING,
          code,
          sentence,
          came,
          owner,
          new Explanation(
              route.facts(),
              route.verdicts(),
              route.receiver(),
              route.target(),
              candidates,
              pool,
              before,
              acquaintance,
              occasion.why() == Occasion.Why.ARRIVED ? null : occasion,
              waitUntil));
    }
  }
}
