package org.leadflow.lead.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * What a customer asked for in one submission, mail or call; the next one does not overwrite it.
 *
 * @param productInterest the products he asked about, as he named them
 * @param channel how it came
 * @param receivedOn when it came
 * @param createdBy who entered it
 */
public record CustomerRequest(
    @Id UUID requestId,
    @Version @Nullable Long version,
    UUID leadId,
    String text,
    @Nullable String productInterest,
    String channel,
    Instant receivedOn,
    Instant createdOn,
    String createdBy) {

  /** Names the record only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "customer request " + requestId;
  }
}
