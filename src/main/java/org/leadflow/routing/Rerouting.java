package org.leadflow.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.leadflow.core.Refused;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadRecords;
import org.leadflow.organization.Owner;
import org.leadflow.routing.Occasion.Why;
import org.leadflow.rules.Target;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Asks the rules about leads that were routed before, and lets what comes of it happen: turn,
 * owner, trail, decision and task together or not at all. A lead of any age can be routed again;
 * its age and the time to respond stay.
 */
@Service
public class Rerouting {

  private static final Set<String> NO_ANSWER = Set.of("no-unit-matched", "no-rule-matched");

  private final LeadRecords leads;
  private final Routing routing;
  private final Placing placing;
  private final Decisions decisions;
  private final WishInHand wishes;
  private final PartnersLeads partners;
  private final ApplicationEventPublisher events;

  Rerouting(
      LeadRecords leads,
      Routing routing,
      Placing placing,
      Decisions decisions,
      WishInHand wishes,
      PartnersLeads partners,
      ApplicationEventPublisher events) {
    this.leads = leads;
    this.routing = routing;
    this.placing = placing;
    this.decisions = decisions;
    this.wishes = wishes;
    this.partners = partners;
    this.events = events;
  }

  /**
   * Routes the lead again. When nobody is found it stays with its owner, or goes to the lead desk
   * when the owner cannot keep it.
   *
   * @throws Refused when the lead is closed, was never routed, or its owner is no longer the one
   *     the occasion names
   */
  @Transactional
  public Outcome again(UUID leadId, Occasion occasion) {
    Lead lead = leads.locked(leadId);
    Outcome outcome = ask(lead, occasion);
    if (outcome instanceof Outcome.Assigned assigned) {
      events.publishEvent(new Rerouted(leadId, assigned.owner()));
    } else if (outcome instanceof Outcome.Offered) {
      events.publishEvent(new OfferedAgain(leadId));
    } else if (occasion.ownerGoes()) {
      wishes.takingAway(() -> events.publishEvent(new TakenAway(leadId)));
    }
    return outcome;
  }

  /** Whether the lead lies at the lead desk because no rule fitted it. */
  boolean hadNoAnswer(Lead lead) {
    return decisions
        .newestRoute(lead.leadId())
        .filter(newest -> NO_ANSWER.contains(newest.code()))
        .isPresent();
  }

  /**
   * What {@link #again} would do to each of these leads, one after the other in this order. All of
   * it is really done and undone at once, so that pools go on from lead to lead as they would.
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public List<Foreseen> preview(List<UUID> leadIds, Occasion occasion) {
    List<Foreseen> all = new ArrayList<>();
    for (UUID leadId : leadIds) {
      leads.find(leadId).ifPresent(lead -> all.add(foresee(lead, occasion)));
    }
    TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    return all;
  }

  private Foreseen foresee(Lead lead, Occasion occasion) {
    try {
      return new Foreseen(lead.leadId(), lead.owner(), ask(lead, occasion));
    } catch (Refused refused) {
      return new Foreseen(
          lead.leadId(), lead.owner(), new Outcome.Refused(refused.code(), refused.getMessage()));
    }
  }

  private Outcome ask(Lead lead, Occasion occasion) {
    if (!lead.isOpen()) {
      throw Refused.conflict("lead-closed", "The lead is " + lead.state().label() + ".");
    }
    Decision newest =
        decisions
            .newestRoute(lead.leadId())
            .orElseThrow(
                () ->
                    Refused.conflict(
                        "not-routed-yet", "The lead is on its way to its first owner."));
    if (occasion.ownerGoes() && !Objects.equals(occasion.from(), lead.ownerUser())) {
      throw Refused.conflict("owner-changed", "The lead belongs to " + lead.owner().id() + ".");
    }
    if (occasion.ownerGoes()) {
      partners.requireNotOnOffer(lead);
    } else {
      partners.requireMovable(lead);
    }
    Route route = routing.decide(lead);
    if (occasion.why() == Why.CHANGED && !route.hasTarget()) {
      return new Outcome.Same(route.code(), route.sentence());
    }
    return occasion.why() == Why.RULES && isSame(newest, route)
        ? new Outcome.Same("same-target", "The rules send it where they sent it before.")
        : placing.place(lead, route, occasion);
  }

  private static boolean isSame(Decision newest, Route route) {
    Target target = route.target();
    var before = newest.explanation().path("target");
    return target == null
        ? !before.isObject()
        : target.kind().name().equals(before.path("kind").asText())
            && target.id().equals(before.path("id").asText());
  }

  /** The rules gave a lead to somebody while a person or the lead desk had it. */
  public record Rerouted(UUID leadId, Owner owner) {}

  /** The rules offer a lead to a partner while a person or the lead desk had it. */
  public record OfferedAgain(UUID leadId) {}

  /** The owner of a lead cannot keep it and nobody else was found. */
  public record TakenAway(UUID leadId) {}

  /** What would come of one lead. */
  public record Foreseen(UUID leadId, Owner from, Outcome outcome) {}
}
