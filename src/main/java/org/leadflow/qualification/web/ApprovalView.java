package org.leadflow.qualification.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.qualification.approval.Approval;

/**
 * What a manager is or was asked to approve.
 *
 * @param amount of the deal in the base currency
 * @param limit above which somebody has to approve
 * @param reason why it was sent back; else null
 */
@Schema(name = "Approval")
record ApprovalView(
    UUID approvalId,
    UUID leadId,
    @Schema(allowableValues = {"open", "approved", "sent_back", "withdrawn"}) String state,
    BigDecimal amount,
    BigDecimal limit,
    String currency,
    String askedBy,
    Instant askedOn,
    Instant dueOn,
    @Nullable String answeredBy,
    @Nullable Instant answeredOn,
    @Nullable String reason) {

  static ApprovalView of(Approval approval) {
    return new ApprovalView(
        approval.approvalId(),
        approval.leadId(),
        approval.state().name().toLowerCase(Locale.ROOT),
        approval.amount().setScale(2, RoundingMode.HALF_UP),
        approval.limit().setScale(2, RoundingMode.HALF_UP),
        approval.currency(),
        approval.askedBy(),
        approval.askedOn(),
        approval.dueOn(),
        approval.answeredBy(),
        approval.answeredOn(),
        approval.reason());
  }
}
