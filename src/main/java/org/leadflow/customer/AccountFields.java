package org.leadflow.customer;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.StorableText;
import org.leadflow.organization.CurrencyCode;

/**
 * What a caller writes of an account.
 *
 * @param industryCode 1 to 33, as of a lead
 * @param transactionCurrencyId of its revenue
 */
@StorableText
public record AccountFields(
    @NotBlank @Size(max = 160) @Nullable String name,
    @Size(max = 200) @Nullable String websiteUrl,
    @Size(max = 50) @Nullable String telephone1,
    @Size(max = 250) @Nullable String address1Line1,
    @Size(max = 250) @Nullable String address1Line2,
    @Size(max = 250) @Nullable String address1Line3,
    @Size(max = 80) @Nullable String address1City,
    @Size(max = 50) @Nullable String address1StateOrProvince,
    @Size(max = 20) @Nullable String address1PostalCode,
    @Size(max = 80) @Nullable String address1Country,
    @Min(1) @Max(33) @Nullable Integer industryCode,
    @Min(0) @Max(1_000_000) @Nullable Integer numberOfEmployees,
    @DecimalMin("0") @DecimalMax("100000000000000") @Digits(integer = 15, fraction = 2)
        @Nullable BigDecimal revenue,
    @Size(max = 20) @Nullable String sic,
    @CurrencyCode @Nullable String transactionCurrencyId) {

  /** Names the record only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "AccountFields";
  }
}
