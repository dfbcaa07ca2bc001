package org.leadflow.lead.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The lead to merge into the one in the path.
 *
 * @param version of that other lead as the caller has seen it, null for any
 * @param take the fields in which its value is wanted, not only where the field is empty
 * @param dryRun whether only to tell what would come of it
 */
@Schema(name = "MergeLeads")
record Merge(
    @NotNull @Nullable UUID leadId,
    @Nullable Long version,
    @Nullable Set<@NotNull String> take,
    @Nullable Boolean dryRun) {

  Set<String> chosen() {
    return take == null ? Set.of() : take;
  }

  boolean isDryRun() {
    return Boolean.TRUE.equals(dryRun);
  }
}
