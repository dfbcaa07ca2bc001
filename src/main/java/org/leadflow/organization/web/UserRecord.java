package org.leadflow.organization.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.Role;
import org.leadflow.organization.Skill;
import org.leadflow.organization.User;

/**
 * A user as those see him who look after him.
 *
 * @param calendarId null: works as his unit
 * @param left what he still has when he was just switched off, such as {@code {"leads": 7}}
 */
record UserRecord(
    String id,
    String name,
    @Nullable String email,
    String businessUnitId,
    @Nullable String partnerId,
    SortedSet<Role> roles,
    boolean active,
    SortedSet<String> teamIds,
    @Nullable String calendarId,
    Map<String, List<String>> skills,
    @Nullable Map<String, Integer> left) {

  static UserRecord of(
      User user,
      Set<String> teamIds,
      @Nullable String calendarId,
      Set<Skill> skills,
      @Nullable Map<String, Integer> left) {
    return new UserRecord(
        user.id(),
        user.name(),
        user.email(),
        user.businessUnitId(),
        user.partnerId(),
        new TreeSet<>(user.roles()),
        user.active(),
        new TreeSet<>(teamIds),
        calendarId,
        UserFields.byName(skills),
        left);
  }
}
