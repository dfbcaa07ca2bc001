package org.leadflow.intake.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Owned;
import org.springframework.data.annotation.Id;

/**
 * A message that came in, with what became of it.
 *
 * @param code why it was rejected, for a program
 * @param detail why it was rejected, for a person
 * @param body as it came, of one that was rejected
 */
public record WebhookDelivery(
    @Id UUID deliveryId,
    String webhookId,
    Outcome outcome,
    @Nullable String code,
    @Nullable String detail,
    @Nullable UUID leadId,
    @Nullable String body,
    String ownerUser,
    @Nullable String ownerTeam,
    String owningBusinessUnit,
    @Nullable String owningPartner,
    Instant receivedOn)
    implements Owned {

  /** What became of it. */
  public enum Outcome {
    /** A new lead. */
    CREATED,
    /** The lead was there, and something is new. */
    UPDATED,
    /** The lead was there, and nothing is new. */
    UNCHANGED,
    /** The lead is closed and stays as it is. */
    CLOSED,
    /** No lead could be made of it. */
    REJECTED,
    /** It is not known to be the sender's; nothing of it was read. */
    UNSIGNED
  }

  /** Names it only: a log must not tell what is in it. */
  @Override
  public String toString() {
    return "delivery " + deliveryId;
  }
}
