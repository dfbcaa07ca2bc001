package org.leadflow.organization;

/**
 * An active user was switched off; published in the transaction of the change, after {@link
 * UserSaved}. Whoever keeps work for him gives it to others or says what is left.
 */
public record UserDeactivated(String userId) {}
