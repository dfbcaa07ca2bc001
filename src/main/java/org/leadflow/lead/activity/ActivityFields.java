package org.leadflow.lead.activity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.StorableText;

/**
 * What a caller writes of an activity.
 *
 * @param activityTypeCode given once, with the new activity
 * @param scheduledEnd when it is due
 * @param ownerId the user who is to do it; whoever writes it, when null
 */
@StorableText
public record ActivityFields(
    @NotNull @Nullable ActivityType activityTypeCode,
    @NotBlank @Size(max = 400) @Nullable String subject,
    @Size(max = 100_000) @Nullable String description,
    @Nullable Instant scheduledEnd,
    @Nullable String ownerId) {}
