package org.leadflow.organization;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is asked about somebody who wants to come in.
 *
 * @param teamIds the teams he is a member of
 * @param passwordHash null for a user without a password, who cannot log in
 */
public record Login(User user, Set<String> teamIds, @Nullable String passwordHash) {

  public Login {
    teamIds = Set.copyOf(teamIds);
  }

  /** Without the hash. */
  @Override
  public String toString() {
    return "login of " + user.id();
  }
}
