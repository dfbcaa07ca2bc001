package org.leadflow.process.identity;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Writes users, groups and memberships in the engine; what is already so is left alone. */
@Component
class EngineIdentities {

  private static final String TEAM = "WORKFLOW";
  private static final String SYSTEM = "SYSTEM";

  private final IdentityService identities;

  EngineIdentities(IdentityService identities) {
    this.identities = identities;
  }

  Set<String> userIds() {
    return identities.createUserQuery().list().stream()
        .map(User::getId)
        .collect(Collectors.toSet());
  }

  Set<String> groupIds() {
    return identities.createGroupQuery().list().stream()
        .map(Group::getId)
        .collect(Collectors.toSet());
  }

  void saveTeam(String id, String name) {
    saveGroup(id, name, TEAM);
  }

  void saveReservedGroups() {
    saveGroup(Groups.SELLERS, "Sellers", SYSTEM);
    saveGroup(Groups.OPERATORS, "Operators", SYSTEM);
  }

  private void saveGroup(String id, String name, String type) {
    Group found = identities.createGroupQuery().groupId(id).singleResult();
    Group group = found == null ? identities.newGroup(id) : found;
    if (!name.equals(group.getName()) || !type.equals(group.getType())) {
      group.setName(name);
      group.setType(type);
      identities.saveGroup(group);
    }
  }

  /** The user stays without a password, so nobody can log in past our own login. */
  void saveUser(org.leadflow.organization.User person, Set<String> groups) {
    User found = identities.createUserQuery().userId(person.id()).singleResult();
    User user = found == null ? identities.newUser(person.id()) : found;
    int space = person.name().indexOf(' ');
    String first = space < 0 ? person.name() : person.name().substring(0, space);
    String last = space < 0 ? "" : person.name().substring(space + 1);
    boolean same =
        first.equals(user.getFirstName())
            && last.equals(user.getLastName())
            && Objects.equals(person.email(), user.getEmail());
    if (!same) {
      user.setFirstName(first);
      user.setLastName(last);
      user.setEmail(person.email());
      identities.saveUser(user);
    }
    saveMemberships(person.id(), found == null ? Set.of() : groupIdsOf(person.id()), groups);
  }

  private Set<String> groupIdsOf(String userId) {
    return identities.createGroupQuery().groupMember(userId).list().stream()
        .map(Group::getId)
        .collect(Collectors.toSet());
  }

  private void saveMemberships(String userId, Set<String> present, Set<String> wanted) {
    wanted.stream()
        .filter(group -> !present.contains(group))
        .forEach(group -> identities.createMembership(userId, group));
    present.stream()
        .filter(group -> !wanted.contains(group))
        .forEach(group -> identities.deleteMembership(userId, group));
  }

  void deleteUser(String id) {
    identities.deleteUser(id);
  }

  void deleteGroup(String id) {
    identities.deleteGroup(id);
  }
}
