package org.leadflow.organization;

import org.jspecify.annotations.Nullable;

/**
 * People who share leads: a queue to claim from, or a pool with turns.
 *
 * @param businessUnitId the unit the team belongs to; for a partner's team that partner's unit
 * @param partnerId the channel partner whose people these are, null for our own
 */
public record Team(String id, String name, String businessUnitId, @Nullable String partnerId) {}
