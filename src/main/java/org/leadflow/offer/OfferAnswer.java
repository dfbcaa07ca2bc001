package org.leadflow.offer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a partner's people say to an offer. */
public sealed interface OfferAnswer {

  /**
   * They take it.
   *
   * @param byTeam whether it waits for somebody of the team; else whoever accepts works it
   */
  record Accepted(boolean byTeam) implements OfferAnswer {}

  /**
   * They do not.
   *
   * @param reason in their words; kept with the decision about the lead
   */
  record Declined(String reason) implements OfferAnswer {}

  /** Somebody gave this answer at a door other than Tasklist; the process carries it out. */
  record Given(UUID leadId, OfferAnswer answer) {}

  /** Why this cannot be an answer, as the rest of a sentence; null when it can. */
  default @Nullable String fault() {
    return this instanceof Declined declined && declined.reason().isBlank()
        ? "must be filled"
        : null;
  }
}
