package org.leadflow.organization;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or some system, who can log in.
 *
 * @param businessUnitId the unit the user belongs to; for a partner's user that partner's unit
 * @param partnerId the channel partner the user works for, null for our own people
 * @param roles what the user may do, possibly nothing; copied, cannot be changed
 * @param active false: cannot log in and is given nothing more to do
 */
public record User(
    String id,
    String name,
    @Nullable String email,
    String businessUnitId,
    @Nullable String partnerId,
    Set<Role> roles,
    boolean active) {

  public User {
    roles = Set.copyOf(roles);
  }

  /** The same user in another unit. */
  User in(String unitId) {
    return new User(id, name, email, unitId, partnerId, roles, active);
  }

  /** The same user, active, with one role more. */
  User activeWith(Role role) {
    var more = new HashSet<>(roles);
    more.add(role);
    return new User(id, name, email, businessUnitId, partnerId, more, true);
  }
}
