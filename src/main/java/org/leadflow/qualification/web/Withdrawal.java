package org.leadflow.qualification.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.StorableText;

/**
 * Whoever the lead is about does not want anything any more.
 *
 * @param comment kept as the comment of the closing
 */
@StorableText
@Schema(name = "LeadWithdrawal")
record Withdrawal(@Size(max = 2000) @Nullable String comment) {}
