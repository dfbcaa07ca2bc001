package org.leadflow.rules.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.RuleSetVersion.Origin;

/**
 * One change of what is at work.
 *
 * @param from null when nothing was at work
 * @param to null when the set was retired
 * @param reason null when nobody gave one
 */
public record Activation(
    long sequence,
    @Nullable String from,
    @Nullable String to,
    Origin origin,
    Instant on,
    String by,
    @Nullable String reason) {}
