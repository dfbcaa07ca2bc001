package org.leadflow.lead;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Actor;
import org.leadflow.core.Actor.Door;
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

  private static final int SUCCEEDED = 0;
  private static final int FAILED = 1;

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
    enter(LeadLife.open(lead), ownership, columns(lead, decisionId, dueOn), reason, ledger.actor());
  }

  /**
   * The same for a lead that a partner may keep from now on, whatever rules say.
   *
   * @param protectedUntil for how long, null when nobody keeps it
   */
  public void assignProtected(
      Lead lead,
      Ownership ownership,
      String reason,
      UUID decisionId,
      @Nullable Instant dueOn,
      @Nullable Instant protectedUntil) {
    Map<String, @Nullable Object> columns = columns(lead, decisionId, dueOn);
    columns.put("protected_until", protectedUntil);
    enter(LeadLife.open(lead), ownership, columns, reason, ledger.actor());
  }

  /** Gives a closed lead a new owner, because people leave; nothing else of it changes. */
  public void assignClosed(Lead lead, Ownership ownership, String reason) {
    if (lead.isOpen()) {
      throw new IllegalStateException("lead " + lead.leadId() + " is open");
    }
    enter(lead, ownership, new HashMap<>(), reason, ledger.actor());
  }

  /** The same to whom the rules found; they did it, whoever made them be asked. */
  public void assignByRules(
      Lead lead,
      Ownership ownership,
      String reason,
      UUID decisionId,
      @Nullable Instant dueOn,
      RuleAnswer answer) {
    Map<String, @Nullable Object> columns = columns(lead, decisionId, dueOn);
    columns.putAll(told(answer, SUCCEEDED));
    enter(LeadLife.open(lead), ownership, columns, reason, Actor.product(Door.RULE));
  }

  /** Notes that the rules found nobody; the owner stays, and the trail has no line for it. */
  public void foundNobody(Lead lead, RuleAnswer answer) {
    ledger.note(LeadLife.open(lead), told(answer, FAILED));
  }

  private void enter(
      Lead lead,
      Ownership ownership,
      Map<String, @Nullable Object> columns,
      String reason,
      Actor who) {
    Owner owner = ownership.owner();
    boolean person = owner.kind() == Owner.Kind.USER;
    if (lead.product().protectedUntil() != null
        && !Objects.equals(lead.owningPartner(), ownership.partnerId())) {
      columns.put("protected_until", null);
    }
    columns.put("owner_user", person ? owner.id() : null);
    columns.put("owner_team", person ? null : owner.id());
    columns.put("owning_business_unit", ownership.businessUnitId());
    columns.put("owning_partner", ownership.partnerId());
    columns.put("assignment_version", lead.assignmentVersion() + 1);
    columns.put("assigned_on", ledger.now());
    ledger.enter(lead, Action.ASSIGNED, columns, reason, who);
    events.publishEvent(new LeadAssigned(lead.leadId(), owner, lead.owner()));
  }

  private static Map<String, @Nullable Object> told(RuleAnswer answer, int result) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("segment_id", answer.segmentId());
    columns.put("sales_assignment_result", result);
    columns.put("rules_version", answer.rulesVersion());
    return columns;
  }

  private static Map<String, @Nullable Object> columns(
      Lead lead, @Nullable UUID decisionId, @Nullable Instant dueOn) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    if (decisionId != null) {
      columns.put("last_decision_id", decisionId);
      columns.put("routing_hops", lead.routingHops() + 1);
    }
    if (dueOn != null) {
      columns.put("sla_due_on", dueOn);
    }
    return columns;
  }
}
