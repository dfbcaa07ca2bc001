package org.leadflow.organization;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The people somebody looks after: himself always, others by his roles, and the members of teams at
 * which he is named.
 *
 * @param everybody for administrators and operators
 * @param unitIds a manager's unit and all below it, with the partners they look after
 * @param partnerId the partner whose manager he is
 * @param teamIds the teams at which he is named, with their members
 */
public record Sphere(
    String userId,
    boolean everybody,
    Set<String> unitIds,
    @Nullable String partnerId,
    Set<String> teamIds,
    Set<String> memberIds) {

  /** Whether he may see this user's record and his absences, enter and cancel them. */
  public boolean covers(User user) {
    return user.id().equals(userId) || memberIds.contains(user.id()) || manages(user);
  }

  /** Whether he may do more: by a role, not by being named at a team. */
  public boolean manages(User user) {
    return everybody
        || unitIds.contains(user.businessUnitId())
        || partnerId != null && partnerId.equals(user.partnerId());
  }
}
