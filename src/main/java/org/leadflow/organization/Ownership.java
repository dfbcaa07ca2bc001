package org.leadflow.organization;

import org.jspecify.annotations.Nullable;

/**
 * An owner with where he belongs, which a record he owns takes over.
 *
 * @param partnerId the channel partner he works for, null for our own people and teams
 */
public record Ownership(Owner owner, String businessUnitId, @Nullable String partnerId) {

  public static Ownership of(User user) {
    return new Ownership(Owner.user(user.id()), user.businessUnitId(), user.partnerId());
  }

  public static Ownership of(Team team) {
    return new Ownership(Owner.team(team.id()), team.businessUnitId(), team.partnerId());
  }
}
