package org.leadflow.lead;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Actor;
import org.leadflow.core.Actor.Door;
import org.leadflow.lead.AuditEntry.Action;
import org.leadflow.lead.LeadEvent.LeadClosed;
import org.leadflow.lead.LeadEvent.LeadContacted;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The state machine: how an Open lead goes on, and how a closed one becomes Open again. Every step
 * asks for a lead in the right state; callers decide beforehand, and another lead that gets here is
 * a fault, not an answer. The database refuses the same ways on its own.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class LeadLife {

  /** What {@link #scored} writes into the trail: score and grade, and those before. */
  static final Pattern SCORED =
      Pattern.compile("(\\d+) points, grade ([A-D])(?:, was (\\d+) points, grade ([A-D]))?");

  private final LeadLedger ledger;
  private final ClosedLeads closed;
  private final LeadChanges changes;
  private final ApplicationEventPublisher events;

  LeadLife(
      LeadLedger ledger,
      ClosedLeads closed,
      LeadChanges changes,
      ApplicationEventPublisher events) {
    this.ledger = ledger;
    this.closed = closed;
    this.changes = changes;
    this.events = events;
  }

  /**
   * Notes how promising the lead is.
   *
   * @param score 0 to 100
   * @param grade A to D
   */
  public void scored(Lead lead, int score, String grade) {
    String before =
        lead.score() == null ? "" : ", was " + lead.score() + " points, grade " + lead.grade();
    ledger.enter(
        open(lead),
        Action.SCORED,
        Map.of("score", score, "grade", grade),
        score + " points, grade " + grade + before,
        Actor.product(Door.RULE));
  }

  /** Open, Contacted; the first time also notes when the lead was first responded to. */
  public void contacted(Lead lead) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("status_code", StatusCode.CONTACTED.code());
    if (lead.firstRespondedOn() == null) {
      columns.put("first_responded_on", ledger.now());
    }
    ledger.enter(open(lead), Action.CONTACTED, columns, null);
    events.publishEvent(new LeadContacted(lead.leadId(), lead));
  }

  /**
   * Qualified, and linked to what it became.
   *
   * @param accountId its customer as an account, null when there is none
   * @param contactId its customer as a contact, null when there is none
   * @param opportunityId the opportunity, null when none was wanted
   * @param details what else the trail should tell, without personal data
   */
  public void qualified(
      Lead lead,
      @Nullable UUID accountId,
      @Nullable UUID contactId,
      @Nullable UUID opportunityId,
      @Nullable String comment,
      @Nullable String details) {
    Map<String, @Nullable Object> columns = closing(lead, StatusCode.QUALIFIED, comment);
    columns.put("parent_account_id", accountId);
    columns.put("parent_contact_id", contactId);
    columns.put("qualifying_opportunity_id", opportunityId);
    List<FieldChange> links = links(lead, accountId, contactId, opportunityId);
    String told =
        Stream.of(links.isEmpty() ? null : FieldChanges.withoutTexts(links), details)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("; "));
    AuditEntry entry =
        ledger.enter(open(lead), Action.QUALIFIED, columns, told.isEmpty() ? null : told);
    changes.append(entry, links);
    events.publishEvent(new LeadClosed(lead.leadId(), StatusCode.QUALIFIED));
  }

  private static FieldChange link(String field, @Nullable UUID from, @Nullable UUID to) {
    return new FieldChange(field, false, Objects.toString(from, null), Objects.toString(to, null));
  }

  /**
   * Disqualified for a reason of that state.
   *
   * @throws IllegalArgumentException when the reason belongs to another state
   */
  public void disqualified(Lead lead, StatusCode reason, @Nullable String comment) {
    if (reason.state() != StateCode.DISQUALIFIED) {
      throw new IllegalArgumentException(reason + " is no reason to disqualify");
    }
    Actor who = ledger.actor();
    ledger.enter(
        open(lead),
        Action.DISQUALIFIED,
        closing(lead, reason, comment),
        reason.label(),
        // By itself the product disqualifies only what the rules of screening name.
        who.isProduct() ? Actor.product(Door.RULE) : who);
    events.publishEvent(new LeadClosed(lead.leadId(), reason));
  }

  /**
   * Disqualified as a duplicate of another lead, its master. Who is logged in did it; by itself the
   * product does so by its rules for duplicates.
   */
  public void merged(Lead lead, UUID masterId) {
    Actor who = ledger.actor();
    Map<String, @Nullable Object> columns = closing(lead, StatusCode.DUPLICATE, null);
    columns.put("master_id", masterId);
    columns.put("merged", true);
    ledger.enter(
        open(lead),
        Action.DISQUALIFIED,
        columns,
        StatusCode.DUPLICATE.label() + " of lead " + masterId,
        who.isProduct() ? Actor.product(Door.RULE) : who);
    events.publishEvent(new LeadClosed(lead.leadId(), StatusCode.DUPLICATE));
  }

  /** Open again as if it had not been merged. */
  void unmerged(Lead lead) {
    Map<String, @Nullable Object> columns = reopening(lead);
    columns.put("master_id", null);
    columns.put("merged", false);
    ledger.enter(
        lead,
        Action.REACTIVATED,
        columns,
        "was " + lead.status().label() + " of lead " + lead.product().masterId());
  }

  /**
   * Links an Open lead to customers that the rules know it is about; what it is linked to stays.
   *
   * @param accountId null for none
   * @param contactId null for none
   */
  public void known(Lead lead, @Nullable UUID accountId, @Nullable UUID contactId) {
    UUID account =
        lead.fields().parentAccountId() == null ? accountId : lead.fields().parentAccountId();
    UUID contact =
        lead.fields().parentContactId() == null ? contactId : lead.fields().parentContactId();
    List<FieldChange> links = links(lead, account, contact, lead.qualifyingOpportunityId());
    if (links.isEmpty()) {
      return;
    }
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("parent_account_id", account);
    columns.put("parent_contact_id", contact);
    Actor who = ledger.actor();
    AuditEntry entry =
        ledger.enter(
            open(lead),
            Action.CHANGED,
            columns,
            FieldChanges.withoutTexts(links),
            who.isProduct() ? Actor.product(Door.RULE) : who);
    changes.append(entry, links);
  }

  private static Map<String, @Nullable Object> closing(
      Lead lead, StatusCode reason, @Nullable String comment) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("state_code", reason.state().code());
    columns.put("status_code", reason.code());
    columns.put("closing_comment", comment);
    columns.put("reason_before_closing", lead.statusCode());
    return columns;
  }

  /**
   * Open again, for the reason it had before it was closed. Fields, links, score and owner stay;
   * the comment of its closing stays beside the line of the trail that tells of the closing. When
   * its owner should respond is open until {@link #due} says so.
   */
  void reactivated(Lead lead) {
    ledger.enter(lead, Action.REACTIVATED, reopening(lead), "was " + lead.status().label());
  }

  /**
   * Open again as if it had not been qualified: for the reason it had, with the links it had.
   * Publishes {@link LeadEvent.LeadReactivated}; listeners see to its work in the same transaction.
   */
  public void unqualified(
      Lead lead, @Nullable UUID accountId, @Nullable UUID contactId, @Nullable UUID opportunityId) {
    Map<String, @Nullable Object> columns = reopening(lead);
    columns.remove("sla_due_on");
    columns.put("parent_account_id", accountId);
    columns.put("parent_contact_id", contactId);
    columns.put("qualifying_opportunity_id", opportunityId);
    List<FieldChange> links = links(lead, accountId, contactId, opportunityId);
    AuditEntry entry =
        ledger.enter(
            lead,
            Action.CONVERSION_UNDONE,
            columns,
            links.isEmpty() ? null : FieldChanges.withoutTexts(links));
    changes.append(entry, links);
    events.publishEvent(new LeadEvent.LeadReactivated(lead.leadId()));
  }

  private static List<FieldChange> links(
      Lead lead, @Nullable UUID accountId, @Nullable UUID contactId, @Nullable UUID opportunityId) {
    return Stream.of(
            link("parentAccountId", lead.fields().parentAccountId(), accountId),
            link("parentContactId", lead.fields().parentContactId(), contactId),
            link("qualifyingOpportunityId", lead.qualifyingOpportunityId(), opportunityId))
        .filter(change -> !Objects.equals(change.from(), change.to()))
        .toList();
  }

  private Map<String, @Nullable Object> reopening(Lead lead) {
    if (lead.isOpen()) {
      throw new IllegalStateException("lead " + lead.leadId() + " is open");
    }
    StatusCode reason = closed.reasonBefore(lead);
    closed.keepComment(lead);
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("state_code", reason.state().code());
    columns.put("status_code", reason.code());
    columns.put("closing_comment", null);
    columns.put("reason_before_closing", null);
    columns.put("sla_due_on", null);
    return columns;
  }

  /** Notes when the owner should have responded; the trail has no line for it. */
  public void due(Lead lead, Instant dueOn) {
    ledger.note(open(lead), Map.of("sla_due_on", dueOn));
  }

  static Lead open(Lead lead) {
    if (!lead.isOpen()) {
      throw new IllegalStateException("lead " + lead.leadId() + " is closed");
    }
    return lead;
  }
}
