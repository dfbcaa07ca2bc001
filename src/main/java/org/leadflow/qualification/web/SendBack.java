package org.leadflow.qualification.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.leadflow.core.StorableText;

/**
 * A lead is not approved.
 *
 * @param reason why; shown on the timeline of the lead
 */
@StorableText
@Schema(name = "ApprovalSentBack")
record SendBack(@NotBlank @Size(max = 1000) String reason) {}
