package org.leadflow.lead;

import java.util.UUID;
import org.leadflow.organization.Owner;

/**
 * What happened to a lead, told inside the transaction in which it happened. Events carry ids only.
 */
public sealed interface LeadEvent {

  UUID leadId();

  /** A door accepted the lead; nobody has looked at it yet. */
  record LeadReceived(UUID leadId) implements LeadEvent {}

  /**
   * Its fields changed while it is Open.
   *
   * @param before the lead as it was until then
   */
  record LeadChanged(UUID leadId, Lead before) implements LeadEvent {}

  /** It is closed, and its source said no to something since. */
  record LeadOptedOut(UUID leadId) implements LeadEvent {}

  /** It has another owner, or was given to the one it had once more. */
  record LeadAssigned(UUID leadId, Owner owner, Owner before) implements LeadEvent {}

  /**
   * Its owner was in touch with it.
   *
   * @param before the lead as it was until then
   */
  record LeadContacted(UUID leadId, Lead before) implements LeadEvent {}

  /** It was closed as Qualified or Disqualified. */
  record LeadClosed(UUID leadId, StatusCode reason) implements LeadEvent {}

  /** It was closed and is Open again. */
  record LeadReactivated(UUID leadId) implements LeadEvent {}

  /**
   * It was closed by being merged into another one, while its own process had not brought it there.
   */
  record LeadMerged(UUID leadId, UUID masterId) implements LeadEvent {}

  /** It was merged into another one and is Open again. */
  record LeadUnmerged(UUID leadId, UUID masterId) implements LeadEvent {}

  /** It is gone, with everything but its trail. */
  record LeadDeleted(UUID leadId) implements LeadEvent {}
}
