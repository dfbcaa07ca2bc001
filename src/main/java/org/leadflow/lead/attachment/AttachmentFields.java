package org.leadflow.lead.attachment;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.StorableText;

/** What a caller writes beside a file. */
@StorableText
public record AttachmentFields(
    @Size(max = 500) @Nullable String subject, @Size(max = 100_000) @Nullable String text) {}
