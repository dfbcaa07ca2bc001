package org.leadflow.deadline;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.leadflow.lead.Lead;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.organization.Role;
import org.leadflow.organization.TeamManagers;
import org.leadflow.organization.User;
import org.springframework.stereotype.Component;

/**
 * Who is told that a lead is late: the managers named at the owner's teams, else those of his
 * partner, else those of his unit or of the nearest one above that has some.
 */
@Component
class LeadManagers {

  private final Organization organization;
  private final TeamManagers managers;

  LeadManagers(Organization organization, TeamManagers managers) {
    this.organization = organization;
    this.managers = managers;
  }

  /** Their ids; never the owner himself, possibly nobody. */
  Set<String> of(Lead lead) {
    Owner owner = lead.owner();
    Set<String> teams =
        owner.kind() == Owner.Kind.TEAM ? Set.of(owner.id()) : organization.teamIdsOf(owner.id());
    List<User> users = organization.users().stream().filter(User::active).toList();
    var named = new TreeSet<String>();
    teams.forEach(team -> named.addAll(managers.namedAt(team)));
    named.retainAll(users.stream().map(User::id).toList());
    named.remove(lead.ownerUser());
    return named.isEmpty() ? byRole(lead, users) : named;
  }

  private Set<String> byRole(Lead lead, List<User> users) {
    String partner = lead.owningPartner();
    if (partner != null) {
      Set<String> theirs = managersOf(lead, users, user -> partner.equals(user.partnerId()));
      if (!theirs.isEmpty()) {
        return theirs;
      }
    }
    String unit = lead.owningBusinessUnit();
    while (unit != null) {
      String here = unit;
      Set<String> found =
          managersOf(
              lead, users, user -> user.partnerId() == null && user.businessUnitId().equals(here));
      if (!found.isEmpty()) {
        return found;
      }
      unit = organization.unit(here).map(each -> each.parentId()).orElse(null);
    }
    return Set.of();
  }

  private static Set<String> managersOf(Lead lead, List<User> users, Predicate<User> where) {
    var found = new TreeSet<String>();
    users.stream()
        .filter(user -> user.roles().contains(Role.MANAGER) && where.test(user))
        .map(User::id)
        .filter(id -> !id.equals(lead.ownerUser()))
        .forEach(found::add);
    return found;
  }
}
