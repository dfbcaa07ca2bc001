package org.leadflow.routing.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.leadflow.core.StorableText;
import org.leadflow.organization.Owner;

/** Who is to own the lead. */
@StorableText
record Assignment(
    @NotBlank @Size(max = 64) String ownerId,
    @NotBlank @Pattern(regexp = "user|team", message = "must be user or team") String ownerIdType) {

  Owner owner() {
    return ownerIdType.equals("team") ? Owner.team(ownerId) : Owner.user(ownerId);
  }
}
