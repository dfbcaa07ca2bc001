package org.leadflow.qualification.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * The customer asked for time.
 *
 * @param until the day at which the work goes on, after today
 */
record Waiting(@NotNull LocalDate until) {}
