package org.leadflow.organization;

import org.jspecify.annotations.Nullable;

/**
 * A part of the company; the units form one tree.
 *
 * @param parentId the unit above, null for the root only
 */
public record BusinessUnit(String id, String name, @Nullable String parentId) {}
