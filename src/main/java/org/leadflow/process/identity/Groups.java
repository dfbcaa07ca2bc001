package org.leadflow.process.identity;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.leadflow.organization.Role;
import org.leadflow.organization.User;

/** The engine's groups that are no teams, and who belongs to which group. */
public final class Groups {

  /** Everybody who works leads. */
  public static final String SELLERS = "sellers";

  /** Everybody who may do everything in the engine. */
  public static final String OPERATORS = org.camunda.bpm.engine.authorization.Groups.CAMUNDA_ADMIN;

  static final Set<String> RESERVED = Set.of(SELLERS, OPERATORS);

  private Groups() {}

  /** Empty for somebody who has nothing to do in the engine. */
  static Set<String> of(User user, Function<String, Set<String>> teamIdsOf) {
    var groups = new HashSet<String>();
    if (user.roles().contains(Role.SELLER) || user.roles().contains(Role.MANAGER)) {
      groups.add(SELLERS);
    }
    if (user.roles().contains(Role.OPERATOR) || user.roles().contains(Role.ADMINISTRATOR)) {
      groups.add(OPERATORS);
    }
    if (!user.active() || groups.isEmpty()) {
      return Set.of();
    }
    groups.addAll(teamIdsOf.apply(user.id()));
    return groups;
  }
}
