package org.leadflow.process.identity;

import java.util.HashSet;
import java.util.Set;
import org.leadflow.organization.MembershipChanged;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Team;
import org.leadflow.organization.TeamSaved;
import org.leadflow.organization.User;
import org.leadflow.organization.UserSaved;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Repeats in the engine what changes in the organisation, in the same transaction: either both know
 * it or neither.
 */
@Component
class Mirror {

  private final Organization organization;
  private final EngineIdentities engine;

  Mirror(Organization organization, EngineIdentities engine) {
    this.organization = organization;
    this.engine = engine;
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
  void on(TeamSaved saved) {
    organization.team(saved.teamId()).ifPresent(this::mirror);
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
  void on(UserSaved saved) {
    organization.user(saved.userId()).ifPresent(this::mirror);
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
  void on(MembershipChanged changed) {
    organization.user(changed.userId()).ifPresent(this::mirror);
  }

  /** Makes the engine's users and groups exactly what the organisation says. */
  void everybody() {
    engine.saveReservedGroups();
    var groups = new HashSet<>(Groups.RESERVED);
    for (Team team : organization.teams()) {
      mirror(team);
      groups.add(team.id());
    }
    var users = new HashSet<String>();
    for (User user : organization.users()) {
      mirror(user);
      users.add(user.id());
    }
    engine.userIds().stream().filter(id -> !users.contains(id)).forEach(engine::deleteUser);
    engine.groupIds().stream().filter(id -> !groups.contains(id)).forEach(engine::deleteGroup);
  }

  /** A team of such an id would make its members operators. */
  private void mirror(Team team) {
    if (Groups.RESERVED.contains(team.id())) {
      throw new IllegalArgumentException("A team cannot have the reserved id " + team.id() + ".");
    }
    engine.saveTeam(team.id(), team.name());
  }

  private void mirror(User user) {
    Set<String> groups = Groups.of(user, organization);
    if (groups.isEmpty()) {
      engine.deleteUser(user.id());
      return;
    }
    // One transaction may tell of a member before it tells of his team.
    groups.stream().filter(id -> !engine.hasGroup(id)).forEach(this::create);
    engine.saveUser(user, groups);
  }

  private void create(String groupId) {
    if (Groups.RESERVED.contains(groupId)) {
      engine.saveReservedGroups();
    } else {
      organization.team(groupId).ifPresent(this::mirror);
    }
  }
}
