package org.leadflow.organization;

/**
 * A user was created or changed, switched on or off; published in the transaction of the change.
 */
public record UserSaved(String userId) {}
