package org.leadflow.lead;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is answered of a lead and follows from the rest of it; see {@link ProductFields}.
 *
 * @param revenueBase the revenue in the base currency with 4 places by the lead's own rate, null
 *     when there is no amount or no rate; likewise the other two
 * @param owningUser the owner when it is a person, else null; {@code owningTeam} likewise
 * @param protectedUntil until when the lead stays with the partner who has it, null when it need
 *     not
 */
record ReadOnlyView(
    @Nullable BigDecimal exchangeRate,
    @Nullable BigDecimal revenueBase,
    @Nullable BigDecimal budgetAmountBase,
    @Nullable BigDecimal estimatedAmountBase,
    @Nullable String owningUser,
    @Nullable String owningTeam,
    @Nullable UUID masterId,
    @Nullable Boolean merged,
    @Nullable String segmentId,
    @Nullable Integer salesAssignmentResult,
    @Nullable UUID slaId,
    @Nullable Integer onHoldTime,
    @Nullable Instant lastOnHoldTime,
    @Nullable String rulesVersion,
    @Nullable Instant protectedUntil) {

  static ReadOnlyView of(Lead lead) {
    ProductFields product = lead.product();
    BigDecimal rate = product.exchangeRate();
    return new ReadOnlyView(
        rate,
        inBase(lead.fields().revenue(), rate),
        inBase(lead.fields().budgetAmount(), rate),
        inBase(lead.fields().estimatedAmount(), rate),
        lead.ownerUser(),
        lead.ownerTeam(),
        product.masterId(),
        product.merged(),
        product.segmentId(),
        product.salesAssignmentResult(),
        product.slaId(),
        product.onHoldTime(),
        product.lastOnHoldTime(),
        product.rulesVersion(),
        product.protectedUntil());
  }

  private static @Nullable BigDecimal inBase(
      @Nullable BigDecimal amount, @Nullable BigDecimal rate) {
    return amount == null || rate == null ? null : amount.divide(rate, 4, RoundingMode.HALF_UP);
  }
}
