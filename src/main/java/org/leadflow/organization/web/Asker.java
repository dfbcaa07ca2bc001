package org.leadflow.organization.web;

import java.util.List;
import java.util.Set;
import org.leadflow.core.CurrentActor;
import org.leadflow.core.Refused;
import org.leadflow.organization.Horizon;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Role;
import org.leadflow.organization.Sphere;
import org.leadflow.organization.Spheres;
import org.leadflow.organization.Team;
import org.leadflow.organization.TeamManagers;
import org.leadflow.organization.User;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Whoever stands at a door of this room, and what he may do here. */
@Component
class Asker {

  private final CurrentActor actor;
  private final Spheres spheres;
  private final Organization organization;
  private final TeamManagers managers;
  private final Horizon horizon;

  Asker(
      CurrentActor actor,
      Spheres spheres,
      Organization organization,
      TeamManagers managers,
      Horizon horizon) {
    this.actor = actor;
    this.spheres = spheres;
    this.organization = organization;
    this.managers = managers;
    this.horizon = horizon;
  }

  String id() {
    return actor.get().id();
  }

  boolean isAdministrator() {
    return organization
        .user(id())
        .filter(user -> user.roles().contains(Role.ADMINISTRATOR))
        .isPresent();
  }

  Sphere sphere() {
    return spheres.of(id());
  }

  /** A user whom the asker looks after; others are as if they did not exist. */
  User covered(String userId) {
    return organization
        .user(userId)
        .filter(user -> sphere().covers(user))
        .orElseThrow(() -> missing("user", userId));
  }

  /** A user whose manager the asker is by his role. */
  User managed(String userId) {
    User user = covered(userId);
    if (!sphere().manages(user)) {
      throw forbidden("Only managers of his unit, operators and administrators may do this.");
    }
    return user;
  }

  /** A team the asker manages. */
  Team managedTeam(String teamId) {
    Team team = team(teamId);
    if (!managers.manages(id(), teamId)) {
      throw forbidden("Only managers of this team, operators and administrators may do this.");
    }
    return team;
  }

  /**
   * Whether he may bring this user into a team he manages. A manager named at a team brings sellers
   * of its unit only: with the team he gets a say in their absences.
   */
  boolean mayBring(User user, Team team) {
    return isAdministrator()
        || sphere().manages(user)
        || user.businessUnitId().equals(team.businessUnitId())
            && user.roles().equals(Set.of(Role.SELLER));
  }

  /** A team the asker may read of; others are as if they did not exist. */
  Team team(String teamId) {
    return organization
        .team(teamId)
        .filter(horizon::shows)
        .orElseThrow(() -> missing("team", teamId));
  }

  /** A user the asker may read of; others are as if they did not exist. */
  User user(String userId) {
    return organization
        .user(userId)
        .filter(horizon::shows)
        .orElseThrow(() -> missing("user", userId));
  }

  static Refused missing(String kind, Object id) {
    return new Refused(
        HttpStatus.NOT_FOUND, "not-found", "There is no %s '%s'.".formatted(kind, id), List.of());
  }

  static Refused forbidden(String sentence) {
    return new Refused(HttpStatus.FORBIDDEN, "missing-privilege", sentence, List.of());
  }

  static Refused taken(String kind, String id) {
    return Refused.conflict(
        "exists",
        "There is a %s '%s' already, or one whose id differs in case only.".formatted(kind, id));
  }
}
