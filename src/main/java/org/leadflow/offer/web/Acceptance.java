package org.leadflow.offer.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadflow.offer.OfferAnswer;

/**
 * The partner takes the lead.
 *
 * @param workedBy {@code me}, also when it is missing, or {@code team} for whoever of it claims it
 */
@Schema(name = "OfferAcceptance")
record Acceptance(
    @Pattern(regexp = "me|team", message = "must be me or team") @Nullable String workedBy) {

  OfferAnswer answer() {
    return new OfferAnswer.Accepted("team".equals(workedBy));
  }
}
