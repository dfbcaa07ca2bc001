package org.leadflow.organization;

/**
 * Another company that sells for ours.
 *
 * @param businessUnitId the unit that looks after this partner
 */
public record ChannelPartner(String id, String name, String businessUnitId) {}
