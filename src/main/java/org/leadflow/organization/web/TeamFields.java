package org.leadflow.organization.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.StorableText;

/**
 * What an administrator writes of a team.
 *
 * @param businessUnitId may be left out for a partner's team
 */
@StorableText
record TeamFields(
    @NotBlank @Size(max = 160) @Nullable String name,
    @Nullable String businessUnitId,
    @Nullable String partnerId) {}
