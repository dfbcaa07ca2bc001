package org.leadflow.intake.csv;

import org.jspecify.annotations.Nullable;

/**
 * How far an import is.
 *
 * @param total how many rows the file has
 * @param done how many of them have an outcome
 * @param rowsPerSecond over the last minute, null while nothing moves
 * @param secondsLeft at that rate, null while nothing moves
 */
public record Progress(
    long total,
    long done,
    long created,
    long updated,
    long unchanged,
    long rejected,
    @Nullable Double rowsPerSecond,
    @Nullable Long secondsLeft) {}
