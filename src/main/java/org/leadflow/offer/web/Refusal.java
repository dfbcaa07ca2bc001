package org.leadflow.offer.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.leadflow.core.StorableText;
import org.leadflow.offer.OfferAnswer;

/**
 * The partner does not want the lead.
 *
 * @param reason why; kept with the decision about the lead
 */
@StorableText
@Schema(name = "OfferRefusal")
record Refusal(@NotBlank @Size(max = 1000) String reason) {

  OfferAnswer answer() {
    return new OfferAnswer.Declined(reason.strip());
  }
}
