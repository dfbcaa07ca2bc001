package org.leadflow.intake.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.intake.web.Receipt.Outcome;
import org.leadflow.lead.LeadView;

/**
 * The lead as it is stored now.
 *
 * @param lead null when it is out of the caller's reach, or deleted, by now
 * @param routing null unless the caller liked to wait for it
 */
record ReceivedLead(
    @JsonUnwrapped @Nullable LeadView lead,
    @Schema(description = "What came of it") Outcome outcome,
    @Schema(description = "The fields that were filled from the existing account and contact")
        List<String> autoPopulated,
    @Schema(description = "The fields in which a lead that was sent before got something new")
        List<String> changed,
    @Schema(description = "The fields whose new values are in a note of the lead")
        List<String> setAside,
    @Schema(description = "Whether it is routed; told to who prefers to wait")
        @Nullable Routing routing) {

  /** Whether the lead has been routed. */
  enum Routing {
    ROUTED,
    /** It is the same as a lead that was there, {@code masterId}, and goes on as that one. */
    MERGED,
    PENDING
  }
}
