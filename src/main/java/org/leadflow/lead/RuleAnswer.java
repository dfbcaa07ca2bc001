package org.leadflow.lead;

import org.jspecify.annotations.Nullable;

/**
 * What the rules answered about a lead's owner.
 *
 * @param segmentId the unit or partner they chose, null when they chose none
 * @param rulesVersion the rule sets asked, each with the version of its content
 */
public record RuleAnswer(@Nullable String segmentId, String rulesVersion) {}
