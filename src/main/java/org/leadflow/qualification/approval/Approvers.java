package org.leadflow.qualification.approval;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.leadflow.lead.Lead;
import org.leadflow.organization.BusinessUnit;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Role;
import org.leadflow.organization.User;
import org.springframework.stereotype.Component;

/**
 * Who approves: the managers of the owner's partner, else of his unit, else of the nearest one
 * above it that has some; never the owner himself, nor who asks for it.
 */
@Component
public class Approvers {

  private final Organization organization;

  Approvers(Organization organization) {
    this.organization = organization;
  }

  /** Their ids; empty when nobody stands above the owner. */
  public Set<String> of(Lead lead, String askedBy) {
    return nearest(lead, managers(lead, askedBy));
  }

  /** All who could: those above the first ones, too. */
  public Set<String> all(Lead lead, String askedBy) {
    List<User> managers = managers(lead, askedBy);
    Set<String> all = new TreeSet<>();
    if (lead.owningPartner() != null) {
      all.addAll(where(managers, user -> lead.owningPartner().equals(user.partnerId())));
    }
    for (String unit = lead.owningBusinessUnit(); unit != null; unit = above(unit)) {
      all.addAll(in(managers, unit));
    }
    return all;
  }

  private Set<String> nearest(Lead lead, List<User> managers) {
    if (lead.owningPartner() != null) {
      Set<String> theirs = where(managers, user -> lead.owningPartner().equals(user.partnerId()));
      if (!theirs.isEmpty()) {
        return theirs;
      }
    }
    for (String unit = lead.owningBusinessUnit(); unit != null; unit = above(unit)) {
      Set<String> here = in(managers, unit);
      if (!here.isEmpty()) {
        return here;
      }
    }
    return Set.of();
  }

  private List<User> managers(Lead lead, String askedBy) {
    return organization.users().stream()
        .filter(user -> user.active() && user.roles().contains(Role.MANAGER))
        .filter(user -> !user.id().equals(lead.ownerUser()) && !user.id().equals(askedBy))
        .toList();
  }

  private static Set<String> in(List<User> managers, String unit) {
    return where(managers, user -> user.partnerId() == null && user.businessUnitId().equals(unit));
  }

  private static Set<String> where(List<User> managers, Predicate<User> wanted) {
    Set<String> found = new TreeSet<>();
    managers.stream().filter(wanted).map(User::id).forEach(found::add);
    return found;
  }

  private String above(String unit) {
    return organization.unit(unit).map(BusinessUnit::parentId).orElse(null);
  }
}
