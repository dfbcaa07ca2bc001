package org.leadflow.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a source of leads cost.
 *
 * @param unitId the unit that pays
 * @param sourceCode the lead source's number
 * @param campaign for which campaign; null for the source as a whole
 * @param firstDay the first day it is for
 * @param lastDay the last day it is for; every day from the first on bears an equal part
 */
public record Cost(
    UUID costId,
    String unitId,
    int sourceCode,
    @Nullable String campaign,
    BigDecimal amount,
    String currency,
    LocalDate firstDay,
    LocalDate lastDay,
    Instant enteredOn,
    String enteredBy) {}
