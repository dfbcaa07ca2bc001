package org.leadflow.lead.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.leadflow.access.AccessLevel;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.PageView;
import org.leadflow.core.Refused;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.LeadView;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way to what belongs to a lead. Work is done in one transaction in which nobody else changes,
 * closes or deletes the lead.
 */
@Component
class LeadDoor {

  private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "createdOn", "leadId");

  private final LeadAccess access;
  private final LeadRecords leads;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final TransactionTemplate transaction;

  LeadDoor(
      LeadAccess access,
      LeadRecords leads,
      Permissions permissions,
      CurrentCaller callers,
      TransactionTemplate transaction) {
    this.access = access;
    this.leads = leads;
    this.permissions = permissions;
    this.callers = callers;
    this.transaction = transaction;
  }

  /** The id of a lead that the caller may read. */
  UUID readable(UUID leadId) {
    return access.require(leadId, Privilege.READ).leadId();
  }

  /** One page of those of the leads that the caller may read, newest first. */
  PageView<LeadView> page(List<UUID> leadIds, int page, int size) {
    Criteria criteria =
        permissions.visible(callers.get(), Privilege.READ).and("leadId").in(leadIds);
    PageRequest request = PageView.request(page, size, NEWEST_FIRST);
    return PageView.of(leads.page(criteria, request).map(LeadView::of));
  }

  /** Works on a lead, open or closed, when the caller has the privilege for it. */
  <T> T with(UUID leadId, Privilege privilege, Function<Lead, T> work) {
    return transaction.execute(
        status -> {
          access.require(leadId, privilege);
          return work.apply(leads.locked(leadId));
        });
  }

  /** The same with an Open lead; refuses a closed one. */
  <T> T withOpen(UUID leadId, Privilege privilege, Function<Lead, T> work) {
    return with(leadId, privilege, lead -> work.apply(open(lead)));
  }

  /** The same for what a lead is associated with, which managers correct on closed leads too. */
  <T> T withLinks(UUID leadId, Function<Lead, T> work) {
    return with(
        leadId,
        Privilege.APPEND,
        lead -> {
          boolean corrects = access.allowsBeyondOwning(lead, Privilege.WRITE, AccessLevel.DEEP);
          return work.apply(corrects ? lead : open(lead));
        });
  }

  private static Lead open(Lead lead) {
    if (!lead.isOpen()) {
      throw Refused.conflict(
          "lead-closed",
          "The lead is " + lead.state().label() + " and read-only until it is reactivated.");
    }
    return lead;
  }
}
