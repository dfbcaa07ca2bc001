package org.leadflow.offer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Privilege;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadRecords;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where an answer to an offer comes in. One given at a door other than Tasklist is told to the
 * process, which carries it out exactly as if it had been given there, before this returns.
 */
@Service
public class OfferAnswering {

  private final Offers offers;
  private final LeadRecords leads;
  private final LeadAccess access;
  private final CurrentCaller callers;
  private final ApplicationEventPublisher events;

  OfferAnswering(
      Offers offers,
      LeadRecords leads,
      LeadAccess access,
      CurrentCaller callers,
      ApplicationEventPublisher events) {
    this.offers = offers;
    this.leads = leads;
    this.access = access;
    this.callers = callers;
    this.events = events;
  }

  /**
   * Carries the answer out.
   *
   * @throws Refused when the offer is over, naming how it ended, or was never made
   */
  @Transactional
  public void answer(UUID leadId, OfferAnswer answer) {
    Lead lead = check(leadId, answer);
    events.publishEvent(new OfferAnswer.Given(lead.leadId(), answer));
  }

  /**
   * Whether the caller may give this answer now; the lead is held from here on.
   *
   * @return the lead
   * @throws Refused why not
   */
  @Transactional
  public Lead check(UUID leadId, OfferAnswer answer) {
    Caller caller = callers.get();
    if (theirs(offers.of(leadId), caller).isEmpty()) {
      access.require(leadId, Privilege.WRITE);
    }
    leads.locked(leadId);
    List<Offer> all = offers.of(leadId);
    Optional<Offer> theirs = theirs(all, caller);
    // Once it is over the lead is somebody else's, and who was offered it still learns that.
    if (theirs.isPresent() && !theirs.get().isOpen()) {
      throw tooLate(theirs.get());
    }
    Lead lead = access.require(leadId, Privilege.WRITE);
    Offer offer =
        all.stream().filter(Offer::isOpen).findFirst().orElseThrow(OfferAnswering::notOffered);
    if (!offer.partnerId().equals(caller.partnerId())) {
      throw new Refused(
          HttpStatus.FORBIDDEN,
          "not-your-offer",
          "Only people of "
              + offers.nameOf(offer.partnerId())
              + " answer this offer. Assign the lead to somebody to withdraw it.",
          List.of());
    }
    if (answer.fault() != null) {
      throw Refused.invalid(
          "invalid", "Say why you decline it.", List.of(new FieldFault("reason", answer.fault())));
    }
    if (offer.team() == null
        && answer instanceof OfferAnswer.Accepted accepted
        && accepted.byTeam()) {
      throw Refused.invalid(
          "invalid",
          "The lead is offered to one person.",
          List.of(new FieldFault("workedBy", "must be me: no team is asked")));
    }
    return lead;
  }

  private static Optional<Offer> theirs(List<Offer> all, Caller caller) {
    return all.stream().filter(offer -> offer.partnerId().equals(caller.partnerId())).findFirst();
  }

  static Refused tooLate(Offer offer) {
    String how =
        switch (offer.state()) {
          case ACCEPTED -> offer.answeredBy() + " accepted it";
          case DECLINED -> offer.answeredBy() + " declined it";
          case LAPSED -> "nobody answered in time";
          case RETURNED -> "the lead was given back";
          default -> "somebody else has the lead";
        };
    return Refused.conflict(offer.code(), "The offer is over: " + how + ".");
  }

  static Refused notOffered() {
    return Refused.conflict("not-offered", "The lead is not on offer.");
  }
}
