package org.leadflow.lead.web;

import java.util.UUID;
import java.util.function.Function;
import org.leadflow.access.Privilege;
import org.leadflow.core.Refused;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadRecords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way to what belongs to a lead. Work is done in one transaction in which nobody else changes,
 * closes or deletes the lead.
 */
@Component
class LeadDoor {

  private final LeadAccess access;
  private final LeadRecords leads;
  private final TransactionTemplate transaction;

  LeadDoor(LeadAccess access, LeadRecords leads, TransactionTemplate transaction) {
    this.access = access;
    this.leads = leads;
    this.transaction = transaction;
  }

  /** The id of a lead that the caller may read. */
  UUID readable(UUID leadId) {
    return access.require(leadId, Privilege.READ).leadId();
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

  private static Lead open(Lead lead) {
    if (!lead.isOpen()) {
      throw Refused.conflict(
          "lead-closed",
          "The lead is " + lead.state().label() + " and read-only until it is reactivated.");
    }
    return lead;
  }
}
