package org.leadflow.routing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.assignment.TurnedDown;
import org.leadflow.core.CurrentActor;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadOwners;
import org.leadflow.offer.Offer;
import org.leadflow.offer.Offering;
import org.leadflow.offer.Offers;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.organization.Ownership;
import org.leadflow.routing.Decision.Came;
import org.leadflow.routing.Decision.Question;
import org.leadflow.routing.Occasion.Why;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets happen what a partner's people answered to an offer: offer, owner, trail and decision
 * together or not at all.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AnsweredOffers {

  private final Offers offers;
  private final Offering offering;
  private final Organization organization;
  private final LeadOwners owners;
  private final Decisions decisions;
  private final Assigning assigning;
  private final PartnersLeads partners;
  private final TurnedDown turnedDown;
  private final CurrentActor actor;

  AnsweredOffers(
      Offers offers,
      Offering offering,
      Organization organization,
      LeadOwners owners,
      Decisions decisions,
      Assigning assigning,
      PartnersLeads partners,
      TurnedDown turnedDown,
      CurrentActor actor) {
    this.offers = offers;
    this.offering = offering;
    this.organization = organization;
    this.owners = owners;
    this.decisions = decisions;
    this.assigning = assigning;
    this.partners = partners;
    this.turnedDown = turnedDown;
    this.actor = actor;
  }

  /**
   * Gives the lead to whoever accepted it, and protects it.
   *
   * @param byTeam leaves it to the team it was offered to instead, for anybody to claim
   */
  public void accepted(Lead lead, boolean byTeam) {
    Instant until = offering.accept(lead);
    String who = actor.get().id();
    Owner owner = byTeam ? lead.owner() : Owner.user(who);
    Ownership ownership = organization.ownership(owner).orElseThrow();
    String sentence =
        offers.nameOf(lead.owningPartner())
            + " accepted it, by "
            + who
            + (until == null ? "." : ", and keeps it until " + PartnersLeads.day(until) + ".");
    owners.assignProtected(
        lead,
        ownership,
        sentence,
        kept(lead, "offer-accepted", sentence, Came.ASSIGNED, owner, Why.ASKED, who, null),
        assigning.dueFromNow(lead, ownership),
        until);
  }

  /** Takes the lead back for the unit of the partner, who does not get it again. */
  public void declined(Lead lead, String reason) {
    offering.decline(lead);
    String name = offers.nameOf(lead.owningPartner());
    String who = actor.get().id();
    toDesk(
        lead, "offer-declined", name + " declined it, by " + who + ".", reason, Why.DECLINED, who);
  }

  /** The same because nobody answered in time. */
  public void lapsed(Lead lead) {
    offers.open(lead.leadId()).map(Offer::partnerId).ifPresent(partner -> lapsed(lead, partner));
  }

  private void lapsed(Lead lead, String partner) {
    offering.lapse(lead);
    toDesk(
        lead,
        "offer-lapsed",
        offers.nameOf(partner) + " did not answer in time.",
        null,
        Why.LAPSED,
        null);
  }

  /**
   * Gives a lead that its partner keeps from a person who let it lapse to the partner's team; the
   * rules do not choose that person for it again.
   *
   * @return false, and nothing is done, when no partner keeps it
   */
  public boolean lapsedAtPartner(Lead lead) {
    Ownership team =
        partners
            .kept(lead)
            .flatMap(route -> organization.ownership(Owner.team(route.target().id())))
            .orElse(null);
    if (team == null) {
      return false;
    }
    String from = lead.owner().id();
    String sentence =
        from
            + " let it lapse. "
            + offers.nameOf(lead.owningPartner())
            + " keeps it, so the team "
            + team.owner().id()
            + " has it.";
    UUID decision =
        kept(lead, "lapsed", sentence, Came.ASSIGNED, team.owner(), Why.LAPSED, null, null);
    if (lead.ownerUser() != null) {
      turnedDown.add(lead.leadId(), lead.ownerUser(), TurnedDown.Answer.LAPSED);
    }
    owners.assign(lead, team, sentence, decision, assigning.dueFromNow(lead, team));
    return true;
  }

  /** It lies there for the moment until the rules are asked again. */
  private void toDesk(
      Lead lead,
      String code,
      String sentence,
      @Nullable String reason,
      Why why,
      @Nullable String by) {
    Owner desk = Owner.team(Organization.INTAKE_TEAM);
    String told = reason == null ? sentence : sentence + " " + reason;
    kept(lead, code, told, Came.TRIAGE, desk, why, by, reason);
    assigning.follow(lead, desk, reason == null ? sentence : sentence + " The decision tells why.");
  }

  private UUID kept(
      Lead lead,
      String code,
      String sentence,
      Came came,
      Owner owner,
      Why why,
      @Nullable String by,
      @Nullable String reason) {
    return decisions.keep(
        lead.leadId(),
        Question.ROUTING,
        code,
        sentence,
        came,
        owner,
        Explanation.byHand(new Occasion(why, by, lead.owner().id(), reason)));
  }
}
