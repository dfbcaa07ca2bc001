package org.leadflow.intake.form;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Owned;
import org.springframework.data.annotation.Id;

/**
 * What came in by a form, once.
 *
 * @param nonce of the token, null when it had none that counts
 * @param contentHash the same for the same content
 * @param heldHash the same while it is held, so that the same waits once
 * @param suspicions names of {@link Suspicion}s, separated by commas
 * @param typed JSON of what was typed, kept while it is held or discarded
 * @param leadId the lead it became
 * @param reason why it was discarded
 */
public record WebSubmission(
    @Id UUID submissionId,
    String formId,
    @Nullable String nonce,
    String contentHash,
    @Nullable String heldHash,
    State state,
    @Nullable String suspicions,
    @Nullable String typed,
    @Nullable UUID leadId,
    @Nullable String reason,
    String ownerUser,
    @Nullable String ownerTeam,
    String owningBusinessUnit,
    @Nullable String owningPartner,
    Instant receivedOn,
    @Nullable Instant decidedOn,
    @Nullable String decidedBy)
    implements Owned {

  /** Where it stands. */
  public enum State {
    /** It became a lead at once. */
    TAKEN,
    /** It waits for a person. */
    HELD,
    /** It became a lead when somebody said so. */
    RELEASED,
    /** Somebody said that it is none. */
    DISCARDED
  }

  /** Why it is held; empty when it never was. */
  public List<Suspicion> suspected() {
    return suspicions == null
        ? List.of()
        : Arrays.stream(suspicions.split(",")).map(Suspicion::valueOf).collect(Collectors.toList());
  }

  /** Names it only: a log must not tell what was typed. */
  @Override
  public String toString() {
    return "web submission " + submissionId;
  }
}
