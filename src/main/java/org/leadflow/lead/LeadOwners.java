package org.leadflow.lead;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.lead.AuditEntry.Action;
import org.leadflow.lead.LeadEvent.LeadAssigned;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.organization.Team;
import org.leadflow.organization.User;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives leads to people and teams. The owning unit and partner follow the owner. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class LeadOwners {

  private final LeadLedger ledger;
  private final Organization organization;
  private final ApplicationEventPublisher events;

  LeadOwners(LeadLedger ledger, Organization organization, ApplicationEventPublisher events) {
    this.ledger = ledger;
    this.organization = organization;
    this.events = events;
  }

  /**
   * Gives an Open lead a new owner. Publishes {@link LeadAssigned}.
   *
   * @param reason one short sentence for the trail, without personal data
   * @param decisionId the decision behind it, null when a person chose
   * @param dueOn when the owner should have responded, null keeps what stands
   * @throws IllegalArgumentException when the owner does not exist
   */
  public void assign(
      Lead lead, Owner owner, String reason, @Nullable UUID decisionId, @Nullable Instant dueOn) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    if (owner.kind() == Owner.Kind.USER) {
      User user = organization.user(owner.id()).orElseThrow(() -> unknown(owner));
      columns.put("owner_user", user.id());
      columns.put("owner_team", null);
      columns.put("owning_business_unit", user.businessUnitId());
      columns.put("owning_partner", user.partnerId());
    } else {
      Team team = organization.team(owner.id()).orElseThrow(() -> unknown(owner));
      columns.put("owner_user", null);
      columns.put("owner_team", team.id());
      columns.put("owning_business_unit", team.businessUnitId());
      columns.put("owning_partner", team.partnerId());
    }
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

  private static IllegalArgumentException unknown(Owner owner) {
    return new IllegalArgumentException("there is no " + owner);
  }
}
