package org.leadflow.rules.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.RuleSetVersion.Origin;

/**
 * With which version all nodes are to decide.
 *
 * @param version null when the set is retired
 * @param origin how this version came to work the last time
 * @param sequence counts the changes of this set; sent as {@code ETag}
 */
public record ActiveVersion(
    String ruleSet,
    @Nullable String version,
    Origin origin,
    Instant since,
    String by,
    long sequence) {}
