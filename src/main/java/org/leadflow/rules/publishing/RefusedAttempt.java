package org.leadflow.rules.publishing;

import java.time.Instant;
import java.util.List;
import org.leadflow.rules.Finding;
import org.leadflow.rules.RuleSetVersion.Origin;

/**
 * The last attempt of an origin to put a set to work that was refused, until a good one of the same
 * origin follows or somebody dismisses it.
 *
 * @param count of all findings
 * @param findings the first hundred of them
 */
public record RefusedAttempt(
    String ruleSet,
    String contentHash,
    Origin origin,
    Instant on,
    String by,
    int count,
    List<Finding> findings) {}
