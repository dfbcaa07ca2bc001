package org.leadflow.customer;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Records;
import org.leadflow.customer.OpportunityTrail.Action;
import org.leadflow.organization.Owner;
import org.leadflow.organization.Ownership;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Pursues opportunities: opens them at Develop, moves them on, closes them as won or lost. */
@Service
@Transactional
public class Pursuit {

  private final Opportunities opportunities;
  private final OpportunityTrail trail;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Pursuit(
      Opportunities opportunities,
      OpportunityTrail trail,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      Clock clock) {
    this.opportunities = opportunities;
    this.trail = trail;
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Stores a new opportunity, its id given by the caller, and publishes {@link OpportunityOpened}.
   */
  public Opportunity open(Opportunity opportunity) {
    Opportunity stored = opportunities.save(opportunity);
    trail.append(
        stored.opportunityId(),
        Action.OPENED,
        null,
        stored.stage(),
        stored.stateCode(),
        stored.statusCode(),
        null);
    events.publishEvent(new OpportunityOpened(stored.opportunityId()));
    return stored;
  }

  /**
   * Stores an open opportunity with changed fields; somebody else's change in between fails it.
   *
   * @param fields names of those that changed, for the trail
   */
  public Opportunity change(Opportunity opportunity, Collection<String> fields) {
    Opportunity stored = opportunities.save(opportunity);
    append(stored, Action.CHANGED, String.join(", ", fields));
    return stored;
  }

  /**
   * Removes an opportunity that nothing refers to and publishes {@link OpportunityRemoved};
   * somebody else's change in between fails it.
   */
  public void remove(Opportunity opportunity) {
    opportunities.delete(opportunity);
    append(opportunity, Action.REMOVED, null);
    events.publishEvent(new OpportunityRemoved(opportunity.opportunityId()));
  }

  private void append(Opportunity now, Action action, @Nullable String details) {
    trail.append(
        now.opportunityId(),
        action,
        now.stage(),
        now.stage(),
        now.stateCode(),
        now.statusCode(),
        details);
  }

  public Optional<Opportunity> find(UUID opportunityId) {
    return opportunities.findById(opportunityId);
  }

  /**
   * The opportunity as it stands once every other transaction at work on it has ended; nobody else
   * changes it before this transaction ends.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Opportunity> locked(UUID opportunityId) {
    jdbc.sql("SELECT version FROM opportunity WHERE opportunity_id = ? FOR UPDATE")
        .param(opportunityId)
        .query(Long.class)
        .optional();
    return find(opportunityId);
  }

  /**
   * Carries out what a person answered through a door other than Tasklist, exactly as if it had
   * been answered there, before this returns. Publishes {@link OpportunityAnswered}.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void answer(UUID opportunityId, OpportunityAnswer answer) {
    events.publishEvent(new OpportunityAnswered(opportunityId, answer));
  }

  /** Rewrites the fields of an open opportunity; what is the same already is no change. */
  public void change(UUID opportunityId, OpportunityFields fields) {
    Opportunity before = open(opportunityId);
    Map<String, @Nullable Object> changes =
        OpportunityChange.between(OpportunityFields.of(before), fields);
    if (changes.isEmpty()) {
      return;
    }
    set(before, changes);
    trail.append(
        opportunityId,
        Action.CHANGED,
        before.stage(),
        before.stage(),
        before.stateCode(),
        before.statusCode(),
        OpportunityChange.told(OpportunityFields.of(before), changes));
  }

  /**
   * Gives an opportunity, open or closed, to another owner; the owning unit and partner follow.
   * Publishes {@link OpportunityAssigned}.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void assign(Opportunity opportunity, Ownership to) {
    Opportunity stored = opportunities.save(Records.with(opportunity, NewOwner.of(to)));
    append(stored, Action.ASSIGNED, NewOwner.words(opportunity) + " → " + NewOwner.words(stored));
    events.publishEvent(new OpportunityAssigned(stored.opportunityId(), to.owner()));
  }

  /** Moves an open opportunity to a stage. */
  public void enter(UUID opportunityId, Stage stage) {
    Opportunity before = open(opportunityId);
    set(before, Map.of("stage", stage.name()));
    trail.append(
        opportunityId,
        Action.ADVANCED,
        before.stage(),
        stage,
        before.stateCode(),
        before.statusCode(),
        null);
  }

  /** Closes an open opportunity as won, with the money it brought in its own currency. */
  public void win(UUID opportunityId, BigDecimal actualAmount, @Nullable String comment) {
    close(opportunityId, Action.WON, 1, ClosingReason.WON, actualAmount, comment);
  }

  /** Closes an open opportunity as lost for a reason other than {@link ClosingReason#WON}. */
  public void lose(UUID opportunityId, ClosingReason reason, @Nullable String comment) {
    close(opportunityId, Action.LOST, 2, reason, null, comment);
  }

  private void close(
      UUID opportunityId,
      Action action,
      int state,
      ClosingReason reason,
      @Nullable BigDecimal amount,
      @Nullable String comment) {
    Opportunity before = open(opportunityId);
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("state_code", state);
    columns.put("status_code", reason.code());
    columns.put("actual_amount", amount);
    columns.put("actual_close_date", LocalDate.now(clock));
    columns.put("closing_comment", comment);
    set(before, columns);
    trail.append(
        opportunityId,
        action,
        before.stage(),
        before.stage(),
        state,
        reason.code(),
        reason.label());
  }

  private Opportunity open(UUID opportunityId) {
    return locked(opportunityId)
        .filter(Opportunity::isOpen)
        .orElseThrow(
            () ->
                new OptimisticLockingFailureException(
                    "opportunity " + opportunityId + " is no longer open"));
  }

  private void set(Opportunity opportunity, Map<String, @Nullable Object> columns) {
    String assignments =
        columns.keySet().stream()
            .map(column -> column + " = :" + column)
            .collect(Collectors.joining(", "));
    jdbc.sql(
            "UPDATE opportunity SET "
                + assignments
                + ", version = version + 1 WHERE opportunity_id = :id")
        .params(columns)
        .param("id", opportunity.opportunityId())
        .update();
  }

  /** An opportunity is gone, as if it had not been opened. */
  public record OpportunityRemoved(UUID opportunityId) {}

  /** An opportunity has a new owner. */
  public record OpportunityAssigned(UUID opportunityId, Owner owner) {}

  /** A new opportunity is there, at Develop. */
  public record OpportunityOpened(UUID opportunityId) {}
}
