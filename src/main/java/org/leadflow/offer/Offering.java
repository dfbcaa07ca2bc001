package org.leadflow.offer;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.CurrentActor;
import org.leadflow.core.Ids;
import org.leadflow.core.Refused;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadEvent.LeadClosed;
import org.leadflow.lead.LeadRecords;
import org.leadflow.offer.Offer.State;
import org.leadflow.organization.Owner;
import org.leadflow.organization.Ownership;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what becomes of offers, in the transaction in which it happens. Whoever calls holds the
 * lead, so that of two answers one comes first and the other is told.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Offering {

  private final Offers offers;
  private final OfferRows rows;
  private final LeadRecords leads;
  private final CurrentActor actor;
  private final Clock clock;

  Offering(Offers offers, OfferRows rows, LeadRecords leads, CurrentActor actor, Clock clock) {
    this.offers = offers;
    this.rows = rows;
    this.leads = leads;
    this.actor = actor;
    this.clock = clock;
  }

  /**
   * Offers the lead to the partner who has it, on the terms that hold now. One that is offered
   * already stays so.
   *
   * @param now by the clock that ends the offer
   */
  public Offer make(Lead lead, Instant now) {
    return offers.open(lead.leadId()).orElseGet(() -> added(lead, now));
  }

  private Offer added(Lead lead, Instant now) {
    String partner = lead.owningPartner();
    if (partner == null) {
      throw new IllegalStateException("no partner has " + lead);
    }
    Terms terms =
        offers
            .terms(partner, lead.grade())
            .filter(line -> line.answerWithin() != null)
            .orElseThrow(() -> new IllegalStateException("no terms for " + lead));
    Owner to = lead.owner();
    boolean team = to.kind() == Owner.Kind.TEAM;
    var offer =
        new Offer(
            Ids.next(),
            lead.leadId(),
            partner,
            team ? to.id() : null,
            team ? null : to.id(),
            State.OPEN,
            now,
            offers.lapse(terms, lead, now),
            null,
            null,
            null);
    rows.add(offer);
    return offer;
  }

  /**
   * The lead is the partner's.
   *
   * @return until when it stays his; null when it is not protected
   * @throws Refused when the offer is over
   */
  public @Nullable Instant accept(Lead lead) {
    Offer offer = answerable(lead);
    Instant now = clock.instant();
    Instant until =
        offers
            .terms(offer.partnerId(), lead.grade())
            .map(Terms::protectedFor)
            .map(now::plus)
            .orElse(null);
    rows.end(offer.offerId(), State.ACCEPTED, now, actor.get().id(), until);
    return until;
  }

  /**
   * The partner does not want it.
   *
   * @throws Refused when the offer is over
   */
  public void decline(Lead lead) {
    rows.end(answerable(lead).offerId(), State.DECLINED, clock.instant(), actor.get().id(), null);
  }

  /** Nobody answered in time. */
  public void lapse(Lead lead) {
    offers
        .open(lead.leadId())
        .ifPresent(offer -> rows.end(offer.offerId(), State.LAPSED, clock.instant(), null, null));
  }

  /**
   * Somebody gives the lead to somebody by hand while it may be on offer: within the partner that
   * is an acceptance, else it withdraws the offer.
   *
   * @return until when the partner keeps the lead, as accepted now or before; null when nobody does
   */
  public @Nullable Instant byHand(Lead lead, Ownership next) {
    if (lead.owningPartner() == null || !lead.owningPartner().equals(next.partnerId())) {
      withdraw(lead);
      return null;
    }
    return offers.open(lead.leadId()).isPresent() ? accept(lead) : lead.product().protectedUntil();
  }

  private void withdraw(Lead lead) {
    if (lead.owningPartner() != null) {
      offers
          .open(lead.leadId())
          .ifPresent(
              offer ->
                  rows.end(
                      offer.offerId(), State.WITHDRAWN, clock.instant(), actor.get().id(), null));
    }
  }

  /** The partner gave back what he accepted; does nothing for a lead that no partner has. */
  public void giveBack(Lead lead) {
    if (lead.owningPartner() != null) {
      rows.returned(lead.leadId(), lead.owningPartner());
    }
  }

  @EventListener
  void on(LeadClosed closed) {
    leads.find(closed.leadId()).ifPresent(this::withdraw);
  }

  private Offer answerable(Lead lead) {
    Optional<Offer> open = offers.open(lead.leadId());
    return open.orElseThrow(
        () ->
            offers.of(lead.leadId()).stream()
                .findFirst()
                .map(OfferAnswering::tooLate)
                .orElseGet(OfferAnswering::notOffered));
  }
}
