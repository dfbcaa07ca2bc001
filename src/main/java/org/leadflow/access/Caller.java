package org.leadflow.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.Role;

/**
 * Who is asking, with all that decides what he may see.
 *
 * @param partnerId the channel partner he works for, null for our own people
 */
public record Caller(
    String userId,
    String businessUnitId,
    @Nullable String partnerId,
    Set<String> teamIds,
    Set<Role> roles) {

  public Caller {
    teamIds = Set.copyOf(teamIds);
    roles = Set.copyOf(roles);
  }

  /** Whether he runs the product: an operator or an administrator. */
  public boolean runsTheProduct() {
    return roles.contains(Role.OPERATOR) || roles.contains(Role.ADMINISTRATOR);
  }
}
