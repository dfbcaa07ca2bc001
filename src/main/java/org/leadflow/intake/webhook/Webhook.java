package org.leadflow.intake.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Owned;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * Another system that sends leads in a JSON of its own.
 *
 * @param secret signs its messages, or stands in its address; told once
 * @param mapping JSON of {@link Mapping}
 */
public record Webhook(
    @Id String webhookId,
    @Version @Nullable Long version,
    String title,
    Kind kind,
    boolean active,
    String secret,
    String mapping,
    String ownerUser,
    @Nullable String ownerTeam,
    String owningBusinessUnit,
    @Nullable String owningPartner,
    Instant createdOn,
    Instant modifiedOn)
    implements Owned {

  /** How a message shows that it is his. */
  public enum Kind {
    /** Signed with the secret, with the time in the signature. */
    GENERIC,
    /** Microsoft's commercial marketplace, which knows an address with a secret in it. */
    MARKETPLACE
  }

  /** By what name its leads are known, and who brings them. */
  String sourceSystem() {
    return "webhook " + webhookId;
  }

  Webhook with(String otherSecret, Instant now) {
    return new Webhook(
        webhookId,
        version,
        title,
        kind,
        active,
        otherSecret,
        mapping,
        ownerUser,
        ownerTeam,
        owningBusinessUnit,
        owningPartner,
        createdOn,
        now);
  }

  /** Names it only: its secret must not get into a log. */
  @Override
  public String toString() {
    return "webhook " + webhookId;
  }
}
