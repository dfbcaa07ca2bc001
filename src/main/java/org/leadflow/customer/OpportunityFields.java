package org.leadflow.customer;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.StorableText;

/**
 * What a caller writes of an open opportunity. Amounts are in its currency, which stays.
 *
 * @param budgetStatus 0 No Committed Budget, 1 May Buy, 2 Can Buy, 3 Will Buy
 * @param need 0 Must have, 1 Should have, 2 Good to have, 3 No need
 * @param purchaseTimeFrame 0 Immediate, 1 This Quarter, 2 Next Quarter, 3 This Year, 4 Unknown
 * @param purchaseProcess 0 Individual, 1 Committee, 2 Unknown
 */
@StorableText
public record OpportunityFields(
    @NotBlank @Size(max = 300) @Nullable String name,
    @DecimalMin("0") @DecimalMax("1000000000000") @Digits(integer = 15, fraction = 2)
        @Nullable BigDecimal estimatedAmount,
    @Nullable LocalDate estimatedCloseDate,
    @DecimalMin("0") @DecimalMax("1000000000000") @Digits(integer = 15, fraction = 2)
        @Nullable BigDecimal budgetAmount,
    @Min(0) @Max(3) @Nullable Integer budgetStatus,
    @Min(0) @Max(3) @Nullable Integer need,
    @Min(0) @Max(4) @Nullable Integer purchaseTimeFrame,
    @Min(0) @Max(2) @Nullable Integer purchaseProcess,
    @Nullable Boolean decisionMaker,
    @Size(max = 2000) @Nullable String description) {

  static OpportunityFields of(Opportunity from) {
    return new OpportunityFields(
        from.name(),
        from.estimatedAmount(),
        from.estimatedCloseDate(),
        from.budgetAmount(),
        from.budgetStatus(),
        from.need(),
        from.purchaseTimeFrame(),
        from.purchaseProcess(),
        from.decisionMaker(),
        from.description());
  }

  /** Names the record only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "OpportunityFields";
  }
}
