package org.leadflow.organization;

import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers who may look after a team. */
@Component
public class TeamManagers {

  private final JdbcClient jdbc;
  private final Organization organization;

  TeamManagers(JdbcClient jdbc, Organization organization) {
    this.jdbc = jdbc;
    this.organization = organization;
  }

  /**
   * Whether a user may set a team up and move its work: a manager named at the team, a manager of
   * its unit or of one above, for a partner's team a manager of that partner too, an operator and
   * an administrator. False for inactive users, and for users and teams that do not exist.
   */
  public boolean manages(String userId, String teamId) {
    Optional<User> user = organization.user(userId).filter(User::active);
    Optional<Team> team = organization.team(teamId);
    return user.isPresent()
        && team.isPresent()
        && (managesByRole(user.get(), team.get()) || isNamed(userId, teamId));
  }

  /** The ids of the managers named at a team. */
  public Set<String> namedAt(String teamId) {
    return ReadableId.fits(teamId)
        ? jdbc.sql("SELECT user_id FROM team_manager WHERE team_id = ?")
            .param(teamId)
            .query(String.class)
            .set()
        : Set.of();
  }

  private boolean managesByRole(User user, Team team) {
    if (user.roles().contains(Role.ADMINISTRATOR) || user.roles().contains(Role.OPERATOR)) {
      return true;
    }
    if (!user.roles().contains(Role.MANAGER)) {
      return false;
    }
    return user.partnerId() == null
        ? organization.unitsBelow(user.businessUnitId()).contains(team.businessUnitId())
        : user.partnerId().equals(team.partnerId());
  }

  private boolean isNamed(String userId, String teamId) {
    return jdbc.sql("SELECT count(*) FROM team_manager WHERE team_id = ? AND user_id = ?")
            .params(teamId, userId)
            .query(Long.class)
            .single()
        > 0;
  }
}
