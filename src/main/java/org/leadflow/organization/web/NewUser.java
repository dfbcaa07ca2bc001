package org.leadflow.organization.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.EmailAddress;
import org.leadflow.core.StorableText;
import org.leadflow.organization.Role;

/** A user who is to be created; active unless said otherwise. See {@link UserFields}. */
@StorableText
record NewUser(
    @Nullable String id,
    @NotBlank @Size(max = 160) @Nullable String name,
    @EmailAddress @Size(max = 100) @Nullable String email,
    @Nullable String businessUnitId,
    @Nullable String partnerId,
    @Nullable Set<Role> roles,
    @Nullable Boolean active,
    @Nullable String calendarId,
    @Nullable Map<String, List<String>> skills) {

  UserFields fields() {
    return new UserFields(
        name,
        email,
        businessUnitId,
        partnerId,
        roles,
        active == null || active,
        calendarId,
        skills);
  }
}
