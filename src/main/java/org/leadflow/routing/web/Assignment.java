package org.leadflow.routing.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.StorableText;
import org.leadflow.organization.Owner;

/**
 * Who is to own the lead.
 *
 * @param reason why, in the words of whoever assigns it; kept with the lead
 */
@StorableText
record Assignment(
    @NotBlank @Size(max = 64) String ownerId,
    @NotBlank @Pattern(regexp = "user|team", message = "must be user or team") String ownerIdType,
    @Size(max = 1000) @Nullable String reason) {

  Owner owner() {
    return ownerIdType.equals("team") ? Owner.team(ownerId) : Owner.user(ownerId);
  }
}
