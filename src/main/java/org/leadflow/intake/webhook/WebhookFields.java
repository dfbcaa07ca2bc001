package org.leadflow.intake.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.StorableText;
import org.leadflow.intake.webhook.Webhook.Kind;

/**
 * What is written of a webhook.
 *
 * @param mapping null for what its kind brings along
 */
@StorableText
public record WebhookFields(
    @Schema(example = "Web shop") @NotBlank @Size(max = 200) @Nullable String title,
    @NotNull @Nullable Kind kind,
    @NotNull @Nullable Boolean active,
    @Nullable Mapping mapping) {}
