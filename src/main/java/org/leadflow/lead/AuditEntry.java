package org.leadflow.lead;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Actor;

/**
 * One line of a lead's trail: who did what through which door, and how the lead stood afterwards.
 * Holds ids and field names, never a text that a person wrote.
 *
 * @param seq 1 for the creation, then one more each time
 * @param previousHash the hash of the line before, null for the first
 * @param hash SHA-256 over this line and the previous hash, so that a line changed behind our back
 *     is found
 */
public record AuditEntry(
    UUID leadId,
    int seq,
    Instant at,
    String actor,
    Actor.Door door,
    Action action,
    int stateCode,
    int statusCode,
    @Nullable String ownerUser,
    @Nullable String ownerTeam,
    @Nullable String details,
    @Nullable String previousHash,
    String hash) {

  /** The same line with the hash it must carry. */
  AuditEntry hashed() {
    return new AuditEntry(
        leadId,
        seq,
        at,
        actor,
        door,
        action,
        stateCode,
        statusCode,
        ownerUser,
        ownerTeam,
        details,
        previousHash,
        AuditTrail.hashOf(this));
  }

  /** What may happen to a lead. */
  public enum Action {
    CREATED,
    CHANGED,
    /** The source that sent the lead in sent it again with something new. */
    SENT_AGAIN,
    /** It lacks what anybody needs to work it, and a person found nothing more. */
    LEFT_AS_IT_IS,
    /** It may be one that is there already, and nobody decided that in time. */
    LEFT_UNDECIDED,
    SCORED,
    ASSIGNED,
    CONTACTED,
    /** A manager has to approve what it is to become. */
    APPROVAL_ASKED,
    APPROVED,
    /** A manager did not approve it, so its owner works it again. */
    SENT_BACK,
    QUALIFIED,
    DISQUALIFIED,
    REACTIVATED,
    CONVERSION_UNDONE,
    /** Another lead was merged into it; the merged one itself is disqualified as a duplicate. */
    MERGED,
    UNMERGED,
    /** Associated with an account or contact. */
    LINKED,
    UNLINKED,
    /** A note of it was rewritten or is gone, a file is gone; adding one stands on the timeline. */
    NOTE_CHANGED,
    NOTE_DELETED,
    FILE_DELETED,
    DELETED
  }
}
