package org.leadflow.reporting;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.StorableText;
import org.leadflow.lead.Option;
import org.leadflow.lead.OptionSet;
import org.leadflow.organization.CurrencyCode;

/** A cost as it is sent in; see {@link Cost}. */
@StorableText
public record NewCost(
    @NotBlank @Size(max = 64) @Nullable String unitId,
    @NotNull @Option(OptionSet.LEAD_SOURCE) @Nullable Integer sourceCode,
    @Size(max = 100) @Nullable String campaign,
    @NotNull @DecimalMin("0.01") @DecimalMax("1000000000000") @Digits(integer = 13, fraction = 2)
        @Nullable BigDecimal amount,
    @NotNull @CurrencyCode @Nullable String currency,
    @NotNull @Nullable LocalDate firstDay,
    @NotNull @Nullable LocalDate lastDay) {}
