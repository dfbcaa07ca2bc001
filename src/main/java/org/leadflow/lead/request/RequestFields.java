package org.leadflow.lead.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.StorableText;

/**
 * What a caller tells of a customer's request.
 *
 * @param channel how it came, such as {@code Email}, {@code Phone} or {@code Web}
 * @param receivedOn when it came, null for now
 */
@StorableText
public record RequestFields(
    @NotBlank @Size(max = 100_000) @Nullable String text,
    @Size(max = 500) @Nullable String productInterest,
    @NotBlank @Size(max = 20) @Nullable String channel,
    @Nullable Instant receivedOn) {}
