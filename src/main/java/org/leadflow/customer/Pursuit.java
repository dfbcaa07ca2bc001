package org.leadflow.customer;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pursues opportunities: opens them at Develop, moves them on, closes them as won or lost. */
@Service
@Transactional
public class Pursuit {

  private final Opportunities opportunities;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Pursuit(
      Opportunities opportunities, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.opportunities = opportunities;
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Stores a new opportunity, its id given by the caller, and publishes {@link OpportunityOpened}.
   */
  public Opportunity open(Opportunity opportunity) {
    Opportunity stored = opportunities.save(opportunity);
    events.publishEvent(new OpportunityOpened(stored.opportunityId()));
    return stored;
  }

  /** Stores changed fields of an open opportunity; somebody else's change in between fails it. */
  public Opportunity change(Opportunity opportunity) {
    return opportunities.save(opportunity);
  }

  /**
   * Removes an opportunity that nothing refers to and publishes {@link OpportunityRemoved};
   * somebody else's change in between fails it.
   */
  public void remove(Opportunity opportunity) {
    opportunities.delete(opportunity);
    events.publishEvent(new OpportunityRemoved(opportunity.opportunityId()));
  }

  public Optional<Opportunity> find(UUID opportunityId) {
    return opportunities.findById(opportunityId);
  }

  /** Moves an open opportunity to a stage. */
  public void enter(UUID opportunityId, Stage stage) {
    change(opportunityId, "stage = :stage", jdbc -> jdbc.param("stage", stage.name()));
  }

  /** Closes an open opportunity as won, with the money it brought in its own currency. */
  public void win(UUID opportunityId, BigDecimal actualAmount, @Nullable String comment) {
    close(opportunityId, 1, ClosingReason.WON, actualAmount, comment);
  }

  /** Closes an open opportunity as lost for a reason other than {@link ClosingReason#WON}. */
  public void lose(UUID opportunityId, ClosingReason reason, @Nullable String comment) {
    close(opportunityId, 2, reason, null, comment);
  }

  private void close(
      UUID opportunityId,
      int state,
      ClosingReason reason,
      @Nullable BigDecimal amount,
      @Nullable String comment) {
    change(
        opportunityId,
        """
        state_code = :state, status_code = :status, actual_amount = :amount, actual_close_date = :day,
        closing_comment = :comment""",
        jdbc ->
            jdbc.param("state", state)
                .param("status", reason.code())
                .param("amount", amount)
                .param("day", LocalDate.now(clock))
                .param("comment", comment));
  }

  private void change(UUID opportunityId, String assignments, Parameters parameters) {
    int changed =
        parameters
            .of(
                jdbc.sql(
                    "UPDATE opportunity SET "
                        + assignments
                        + ", version = version + 1 WHERE opportunity_id = :id AND state_code = 0"))
            .param("id", opportunityId)
            .update();
    if (changed == 0) {
      throw new OptimisticLockingFailureException(
          "opportunity " + opportunityId + " is no longer open");
    }
  }

  private interface Parameters {
    JdbcClient.StatementSpec of(JdbcClient.StatementSpec statement);
  }

  /** An opportunity is gone, as if it had not been opened. */
  public record OpportunityRemoved(UUID opportunityId) {}

  /** A new opportunity is there, at Develop. */
  public record OpportunityOpened(UUID opportunityId) {}
}
