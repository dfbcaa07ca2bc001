package org.leadflow.organization;

/** A user joined or left a team; published in the transaction of the change. */
public record MembershipChanged(String userId) {}
