package org.leadflow.lead;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.lead.AuditEntry.Action;
import org.leadflow.lead.LeadEvent.LeadAssigned;
import org.leadflow.organization.Owner;
import org.leadflow.organization.Ownership;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives leads to people and teams. The owning unit and partner follow the owner. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class LeadOwners {

  private final LeadLedger ledger;
  private final ApplicationEventPublisher events;

  LeadOwners(LeadLedger ledger, ApplicationEventPublisher events) {
    this.ledger = ledger;
    this.events = events;
  }

  /**
   * Gives an Open lead a new owner. Publishes {@link LeadAssigned}.
   *
   * @param reason one short sentence for the trail, without personal data
   * @param decisionId the decision behind it, null when there is none
   * @param dueOn when the owner should have responded, null keeps what stands
   */
  public void assign(
      Lead lead,
      Ownership ownership,
      String reason,
      @Nullable UUID decisionId,
      @Nullable Instant dueOn) {
    Owner owner = ownership.owner();
    boolean person = owner.kind() == Owner.Kind.USER;
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("owner_user", person ? owner.id() : null);
    columns.put("owner_team", person ? null : owner.id());
    columns.put("owning_business_unit", ownership.businessUnitId());
    columns.put("owning_partner", ownership.partnerId());
    columns.put("assignment_version", lead.assignmentVersion() + 1);
    columns.put("assigned_on", ledger.now());
    if (decisionId != null) {
      columns.put("last_decision_id", decisionId);
      columns.put("routing_hops", lead.routingHops() + 1);
    }
    if (dueOn != null) {
      columns.put("sla_due_on", dueOn);
    }
    ledger.enter(LeadLife.open(lead), Action.ASSIGNED, columns, reason);
    events.publishEvent(new LeadAssigned(lead.leadId(), owner));
  }
}
