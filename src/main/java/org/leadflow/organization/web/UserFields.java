package org.leadflow.organization.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.EmailAddress;
import org.leadflow.core.FieldFault;
import org.leadflow.core.StorableText;
import org.leadflow.organization.Role;
import org.leadflow.organization.Skill;

/**
 * What an administrator writes of a user.
 *
 * @param businessUnitId may be left out for a partner's user
 * @param calendarId null: works as his unit
 * @param skills values by name, such as {@code {"language": ["de", "en"]}}
 */
@StorableText
record UserFields(
    @NotBlank @Size(max = 160) @Nullable String name,
    @EmailAddress @Size(max = 100) @Nullable String email,
    @Nullable String businessUnitId,
    @Nullable String partnerId,
    @Nullable Set<Role> roles,
    @NotNull @Nullable Boolean active,
    @Nullable String calendarId,
    @Nullable Map<String, List<String>> skills) {

  /** The skills; what is none becomes a fault. */
  static Set<Skill> skills(@Nullable Map<String, List<String>> written, List<FieldFault> faults) {
    var skills = new TreeSet<Skill>();
    if (written != null) {
      written.forEach(
          (name, values) -> {
            for (String value : values == null ? List.<String>of() : values) {
              Skill.read(name, value == null ? "" : value)
                  .ifPresentOrElse(
                      skills::add,
                      () ->
                          faults.add(
                              new FieldFault(
                                  "skills." + name,
                                  "must have a name of a-z 0-9 _ - and values of 1 to 100 characters")));
            }
          });
    }
    return skills;
  }

  static Map<String, List<String>> byName(Set<Skill> skills) {
    var byName = new TreeMap<String, List<String>>();
    skills.stream()
        .sorted()
        .forEach(
            skill ->
                byName.computeIfAbsent(skill.name(), name -> new ArrayList<>()).add(skill.value()));
    return byName;
  }
}
