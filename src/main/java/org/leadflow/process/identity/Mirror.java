package org.leadflow.process.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leadflow.organization.MembershipChanged;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Team;
import org.leadflow.organization.TeamSaved;
import org.leadflow.organization.User;
import org.leadflow.organization.UserSaved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Repeats in the engine what changes in the organisation, in the same transaction: either both know
 * it or neither. Each team and user is looked at once, however often it changed.
 */
@Component
class Mirror {

  /** Up to so many are read one by one. */
  private static final int FEW = 20;

  private final Organization organization;
  private final EngineIdentities engine;

  Mirror(Organization organization, EngineIdentities engine) {
    this.organization = organization;
    this.engine = engine;
  }

  @EventListener
  void on(TeamSaved saved) {
    ChangedInTransaction.of(this, this::mirror).team(saved.teamId());
  }

  @EventListener
  void on(UserSaved saved) {
    ChangedInTransaction.of(this, this::mirror).user(saved.userId());
  }

  @EventListener
  void on(MembershipChanged changed) {
    ChangedInTransaction.of(this, this::mirror).user(changed.userId());
  }

  /** Makes the engine's users and groups exactly what the organisation says. */
  void everybody() {
    engine.saveReservedGroups();
    var groups = new HashSet<>(Groups.RESERVED);
    for (Team team : organization.teams()) {
      mirror(team);
      groups.add(team.id());
    }
    List<User> users = organization.users();
    mirror(users, teamIdsByUser());
    Set<String> there = users.stream().map(User::id).collect(Collectors.toSet());
    engine.userIds().stream().filter(id -> !there.contains(id)).forEach(engine::deleteUser);
    engine.groupIds().stream().filter(id -> !groups.contains(id)).forEach(engine::deleteGroup);
  }

  private void mirror(Set<String> teamIds, Set<String> userIds) {
    if (teamIds.size() <= FEW) {
      teamIds.forEach(id -> organization.team(id).ifPresent(this::mirror));
    } else {
      organization.teams().stream()
          .filter(team -> teamIds.contains(team.id()))
          .forEach(this::mirror);
    }
    if (userIds.size() <= FEW) {
      mirror(
          userIds.stream().flatMap(id -> organization.user(id).stream()).toList(),
          organization::teamIdsOf);
    } else {
      mirror(
          organization.users().stream().filter(user -> userIds.contains(user.id())).toList(),
          teamIdsByUser());
    }
  }

  /** A team of such an id would make its members operators. */
  private void mirror(Team team) {
    if (Groups.RESERVED.contains(team.id())) {
      throw new IllegalArgumentException("A team cannot have the reserved id " + team.id() + ".");
    }
    engine.saveTeam(team.id(), team.name());
  }

  private void mirror(Collection<User> users, Function<String, Set<String>> teamIdsOf) {
    if (users.isEmpty()) {
      return;
    }
    Set<String> present = new HashSet<>(engine.groupIds());
    for (User user : users) {
      Set<String> groups = Groups.of(user, teamIdsOf);
      if (groups.isEmpty()) {
        engine.deleteUser(user.id());
        continue;
      }
      // A transaction may tell of a member and not of his team.
      groups.stream().filter(present::add).forEach(this::create);
      engine.saveUser(user, groups);
    }
  }

  /** Of everybody, in one statement. */
  private Function<String, Set<String>> teamIdsByUser() {
    var byUser = new HashMap<String, Set<String>>();
    organization
        .memberIdsByTeam()
        .forEach(
            (team, users) ->
                users.forEach(
                    user -> byUser.computeIfAbsent(user, none -> new HashSet<>()).add(team)));
    return user -> byUser.getOrDefault(user, Set.of());
  }

  private void create(String groupId) {
    if (Groups.RESERVED.contains(groupId)) {
      engine.saveReservedGroups();
    } else {
      organization.team(groupId).ifPresent(this::mirror);
    }
  }
}
