package org.leadflow.organization.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.StorableText;

/** A team that is to be created; see {@link TeamFields}. */
@StorableText
record NewTeam(
    @Nullable String id,
    @NotBlank @Size(max = 160) @Nullable String name,
    @Nullable String businessUnitId,
    @Nullable String partnerId) {}
