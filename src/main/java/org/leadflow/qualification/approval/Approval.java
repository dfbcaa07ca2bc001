package org.leadflow.qualification.approval;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody has to approve what a lead is to become, and what came of it.
 *
 * @param amount of the deal in the base currency
 * @param limit above which somebody has to approve, in the same
 * @param askedBy who wants to qualify the lead
 * @param dueOn until when it should be answered
 * @param answeredBy who answered; null when nobody did
 * @param reason why it was sent back, in the words of whoever did; else null
 */
public record Approval(
    UUID approvalId,
    UUID leadId,
    State state,
    BigDecimal amount,
    BigDecimal limit,
    String currency,
    String askedBy,
    Instant askedOn,
    Instant dueOn,
    @Nullable String answeredBy,
    @Nullable Instant answeredOn,
    @Nullable String reason) {

  /** How it stands; kept with its row, never renamed. */
  public enum State {
    /** Nobody answered yet. */
    OPEN,
    /** The lead was qualified. */
    APPROVED,
    /** The owner works the lead again. */
    SENT_BACK,
    /** The lead went another way before anybody answered. */
    WITHDRAWN
  }

  /** What the deal is worth as a person reads it, such as {@code 700,000 EUR}. */
  public String worth() {
    return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(amount) + " " + currency;
  }

  public boolean isOpen() {
    return state == State.OPEN;
  }
}
