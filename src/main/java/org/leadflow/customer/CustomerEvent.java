package org.leadflow.customer;

import java.util.UUID;

/**
 * What happened to a customer record, told inside the transaction in which it happened. Events
 * carry ids only.
 */
public sealed interface CustomerEvent {

  /** An account is there or was changed. */
  record AccountSaved(UUID accountId) implements CustomerEvent {}

  /** A contact is there or was changed. */
  record ContactSaved(UUID contactId) implements CustomerEvent {}
}
