package org.leadflow.routing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Refused;
import org.leadflow.lead.Lead;
import org.leadflow.offer.Offer;
import org.leadflow.offer.Offers;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.organization.Ownership;
import org.leadflow.organization.Team;
import org.leadflow.rules.Receiver;
import org.leadflow.rules.Target;
import org.springframework.stereotype.Component;

/**
 * What holds for the leads of channel partners: who accepted one keeps it for a time, who did not
 * take one does not get it again. Asking about a lead of one's own people costs no statement.
 */
@Component
class PartnersLeads {

  private final Offers offers;
  private final Organization organization;
  private final Clock clock;

  PartnersLeads(Offers offers, Organization organization, Clock clock) {
    this.offers = offers;
    this.organization = organization;
    this.clock = clock;
  }

  /** Whether the partner who has the lead keeps it now. */
  boolean isProtected(Lead lead) {
    return lead.isProtected(clock.instant());
  }

  /**
   * The route of a lead that its partner keeps: to the partner's team, whatever the rules say.
   * Empty when no partner keeps it, or the partner has no team left.
   */
  Optional<Route> kept(Lead lead) {
    return isProtected(lead) ? team(lead).map(team -> kept(lead, team)) : Optional.empty();
  }

  /** As a sentence tells it; the record has the moment. */
  static String day(Instant until) {
    return LocalDate.ofInstant(until, ZoneOffset.UTC).toString();
  }

  private Route kept(Lead lead, Team team) {
    return new Route(
        null,
        List.of(),
        Receiver.partner(team.partnerId(), 0),
        Target.queue(team.id(), 0),
        Route.PROTECTED,
        offers.nameOf(team.partnerId())
            + " accepted it and keeps it until "
            + day(lead.product().protectedUntil())
            + ".");
  }

  /** The team it was offered to, else any of the partner. */
  private Optional<Team> team(Lead lead) {
    Stream<Team> offered =
        offers.of(lead.leadId()).stream()
            .filter(offer -> offer.partnerId().equals(lead.owningPartner()))
            .map(Offer::team)
            .flatMap(team -> team == null ? Stream.empty() : organization.team(team).stream());
    return Stream.concat(offered, organization.teams().stream())
        .filter(team -> lead.owningPartner().equals(team.partnerId()))
        .findFirst();
  }

  /**
   * Which unit decides instead of a partner who did not take the lead; empty when he may have it.
   */
  Optional<Instead> instead(Lead lead, String partnerId) {
    // Who never had it cannot have turned it down.
    return lead.routingHops() == 0 || !offers.isOver(lead.leadId(), partnerId)
        ? Optional.empty()
        : offers
            .unitOf(partnerId)
            .map(
                unit ->
                    new Instead(
                        unit,
                        offers.nameOf(partnerId) + " did not take it, so " + unit + " decides."));
  }

  /** A unit that decides where a partner might have. */
  record Instead(String unit, String sentence) {}

  /** The partner who is asked first whether he wants the lead; null when nobody is. */
  @Nullable String askedFirst(Lead lead, Route route) {
    Receiver receiver = route.receiver();
    return receiver != null
            && receiver.kind() == Receiver.Kind.PARTNER
            && offers.areDue(receiver.id(), lead.grade())
        ? receiver.id()
        : null;
  }

  /** The same for whom a pool of a unit sent the lead on to. */
  @Nullable String askedFirst(Lead lead, Ownership winner) {
    String partner = winner.partnerId();
    return partner != null && offers.areDue(partner, lead.grade()) ? partner : null;
  }

  boolean isOver(Lead lead, String partnerId) {
    return lead.routingHops() > 0 && offers.isOver(lead.leadId(), partnerId);
  }

  String nameOf(String partnerId) {
    return offers.nameOf(partnerId);
  }

  /** Whether the target has somebody who can answer. */
  boolean hasPeople(Owner owner) {
    return owner.kind() == Owner.Kind.USER || !organization.members(owner.id()).isEmpty();
  }

  /**
   * @throws Refused when rules cannot move the lead: its partner keeps it, or has still to say
   *     whether he wants it
   */
  void requireMovable(Lead lead) {
    if (lead.owningPartner() == null) {
      return;
    }
    if (isProtected(lead)) {
      throw Refused.conflict(
          "lead-protected",
          offers.nameOf(lead.owningPartner())
              + " accepted this lead and keeps it until "
              + day(lead.product().protectedUntil())
              + ". A manager may assign it to somebody with a reason.");
    }
    requireNotOnOffer(lead);
  }

  /**
   * @throws Refused when its partner has still to say whether he wants it, even when the person who
   *     was asked is away: the offer lapses by itself
   */
  void requireNotOnOffer(Lead lead) {
    if (lead.owningPartner() == null) {
      return;
    }
    offers
        .open(lead.leadId())
        .ifPresent(
            open -> {
              throw Refused.conflict(
                  "offer-open",
                  "The lead is offered to "
                      + offers.nameOf(open.partnerId())
                      + " until "
                      + open.lapsesOn()
                      + ". Assign it to somebody to withdraw the offer.");
            });
  }

  /**
   * @throws Refused when the lead is protected and nobody said why it should leave its partner
   */
  void requireReason(Lead lead, Ownership next, @Nullable String reason) {
    if (reason == null && isProtected(lead) && !lead.owningPartner().equals(next.partnerId())) {
      throw Refused.conflict(
          "lead-protected",
          offers.nameOf(lead.owningPartner())
              + " accepted this lead and keeps it until "
              + day(lead.product().protectedUntil())
              + ". To give it to somebody else nevertheless, say why: send a reason.");
    }
  }
}
