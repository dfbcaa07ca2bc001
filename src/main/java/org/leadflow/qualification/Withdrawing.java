package org.leadflow.qualification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Refused;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadLife;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.StatusCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes a lead because whoever it is about does not want anything any more, wherever it is on its
 * way: waiting, on offer, worked, or before a manager.
 */
@Service
public class Withdrawing {

  private final LeadRecords leads;
  private final LeadLife life;
  private final ApplicationEventPublisher events;

  Withdrawing(LeadRecords leads, LeadLife life, ApplicationEventPublisher events) {
    this.leads = leads;
    this.life = life;
    this.events = events;
  }

  /**
   * Disqualifies it as Canceled; its tasks are gone with that.
   *
   * @throws Refused when it is closed already, or on its way to its first owner
   */
  @Transactional
  public Lead withdraw(UUID leadId, @Nullable String comment) {
    Lead lead = leads.locked(leadId);
    if (!lead.isOpen()) {
      throw Refused.conflict("lead-closed", "The lead is " + lead.state().label() + ".");
    }
    life.disqualified(lead, StatusCode.CANCELED, comment);
    events.publishEvent(new Withdrawn(leadId));
    return leads.get(leadId);
  }

  /** A lead was withdrawn; what goes on about it ends. */
  public record Withdrawn(UUID leadId) {}
}
