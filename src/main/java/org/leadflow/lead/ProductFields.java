package org.leadflow.lead;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the lead table that nobody can send in, beside state, owner, score and times.
 *
 * @param exchangeRate units of the lead's currency for one of the base currency, 12 places, as
 *     stored when currency or amounts were last written; null without a currency or a rate
 * @param masterId the lead this one was merged into, null while it was not
 * @param merged whether it was merged into another
 * @param segmentId the unit or partner the rules chose the last time, null while none was
 * @param salesAssignmentResult 0 when the rules found an owner the last time, 1 when they did not,
 *     null while they were not asked
 * @param slaId the agreement in force; there are none yet, so always null
 * @param onHoldTime minutes the lead was on hold; nothing puts leads on hold yet, so always null
 * @param lastOnHoldTime when it was last put on hold; always null for the same reason
 * @param rulesVersion the rule sets asked the last time, each with the version of its content
 * @param protectedUntil until when the lead stays with the partner who has it, null when it need
 *     not
 */
public record ProductFields(
    @Nullable BigDecimal exchangeRate,
    @Nullable UUID masterId,
    @Nullable Boolean merged,
    @Nullable String segmentId,
    @Nullable Integer salesAssignmentResult,
    @Nullable UUID slaId,
    @Nullable Integer onHoldTime,
    @Nullable Instant lastOnHoldTime,
    @Nullable String rulesVersion,
    @Nullable Instant protectedUntil) {

  public ProductFields {
    merged = Boolean.TRUE.equals(merged);
  }

  static ProductFields ofNew(@Nullable BigDecimal exchangeRate) {
    return new ProductFields(exchangeRate, null, null, null, null, null, null, null, null, null);
  }

  ProductFields at(@Nullable BigDecimal rate) {
    return new ProductFields(
        rate,
        masterId,
        merged,
        segmentId,
        salesAssignmentResult,
        slaId,
        onHoldTime,
        lastOnHoldTime,
        rulesVersion,
        protectedUntil);
  }
}
