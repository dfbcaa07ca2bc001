package org.leadflow.offer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.VisibleRows;
import org.leadflow.core.Remembered;
import org.leadflow.lead.Lead;
import org.leadflow.organization.BusinessUnit;
import org.leadflow.organization.Calendars;
import org.leadflow.organization.ChannelPartner;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.organization.WorkingTime;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;

/**
 * Says what is on offer and on which terms. Asking about a lead that no partner has, or is about to
 * get, costs no statement.
 */
@Service
public class Offers {

  private final OfferTable table;
  private final OfferRows rows;
  private final Organization organization;
  private final Calendars calendars;
  private final Remembered<Known> known;

  Offers(OfferTable table, OfferRows rows, Organization organization, Calendars calendars) {
    this.table = table;
    this.rows = rows;
    this.organization = organization;
    this.calendars = calendars;
    this.known = new Remembered<>(() -> Known.of(organization));
  }

  /** Whether a lead of this grade is offered to the partner before it is his. */
  public boolean areDue(String partnerId, @Nullable String grade) {
    return terms(partnerId, grade).filter(terms -> terms.answerWithin() != null).isPresent();
  }

  Optional<Terms> terms(String partnerId, @Nullable String grade) {
    return table.find(partnerId, known.get().unitsOf(partnerId), grade);
  }

  /** Until when somebody who gets an offer now has time, by his calendar or that of his unit. */
  Instant lapse(Terms terms, Lead lead, Instant now) {
    Owner to = lead.owner();
    WorkingTime time =
        to.kind() == Owner.Kind.USER
            ? calendars.of(to.id())
            : calendars.ofUnit(lead.owningBusinessUnit());
    // Who never works has all the time there is counted.
    return time.plus(now, terms.answerWithin()).orElse(now.plus(terms.answerWithin()));
  }

  /** The offer nobody answered yet; empty when there is none. */
  public Optional<Offer> open(UUID leadId) {
    return rows.open(leadId);
  }

  /** All offers of a lead, the newest first. */
  public List<Offer> of(UUID leadId) {
    return rows.of(leadId);
  }

  /**
   * A page of the open offers about leads that may be seen, the next to lapse first.
   *
   * @param partnerId the partner they were made to; null for any
   */
  public Page<Offer> open(@Nullable String partnerId, VisibleRows seen, Pageable page) {
    return rows.open(partnerId, seen, page);
  }

  /** Whether the partner declined the lead, let its offer lapse, or gave it back. */
  public boolean isOver(UUID leadId, String partnerId) {
    return rows.isOver(leadId, partnerId);
  }

  /** Whether the partner who has the lead was asked and had not answered when it was closed. */
  public boolean wasUnanswered(Lead lead) {
    return lead.owningPartner() != null
        && rows.of(lead.leadId()).stream()
            .findFirst()
            .filter(offer -> offer.state() == Offer.State.WITHDRAWN)
            .isPresent();
  }

  /** The partner as he is called; his id when he is gone. */
  public String nameOf(String partnerId) {
    return organization.partner(partnerId).map(ChannelPartner::name).orElse(partnerId);
  }

  /** The unit that looks after a partner; empty for one that does not exist. */
  public Optional<String> unitOf(String partnerId) {
    return organization.partner(partnerId).map(ChannelPartner::businessUnitId);
  }

  /** Which unit looks after whom, and what lies above it. */
  private record Known(Map<String, String> unitOfPartner, Map<String, String> parentOfUnit) {

    static Known of(Organization organization) {
      Map<String, String> units = new HashMap<>();
      organization.partners().forEach(each -> units.put(each.id(), each.businessUnitId()));
      Map<String, String> parents = new HashMap<>();
      for (BusinessUnit unit : organization.units()) {
        parents.put(unit.id(), unit.parentId());
      }
      return new Known(units, parents);
    }

    List<String> unitsOf(String partnerId) {
      List<String> units = new ArrayList<>();
      String next = unitOfPartner.get(partnerId);
      while (next != null && !units.contains(next)) {
        units.add(next);
        next = parentOfUnit.get(next);
      }
      return units;
    }
  }
}
