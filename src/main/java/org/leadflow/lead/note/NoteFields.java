package org.leadflow.lead.note;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.StorableText;

/** What a caller writes of a note. */
@StorableText
public record NoteFields(
    @Size(max = 500) @Nullable String subject,
    @NotBlank @Size(max = 100_000) @Nullable String text) {}
