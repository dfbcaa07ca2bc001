package org.leadflow.qualification.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.leadflow.lead.Lead;
import org.leadflow.organization.BusinessUnit;
import org.leadflow.organization.Horizon;
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

  /** What somebody of a partner is told instead of the names of our own people. */
  public static final String LOOKS_AFTER = "the unit that looks after you";

  private final Organization organization;
  private final Horizon horizon;

  Approvers(Organization organization, Horizon horizon) {
    this.organization = organization;
    this.horizon = horizon;
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

  /** Those of these people who may be named to whoever asks: to a partner its own alone. */
  public Set<String> known(Set<String> people) {
    if (horizon.partner() == null) {
      return people;
    }
    Set<String> known = new TreeSet<>(people);
    known.removeIf(id -> organization.user(id).filter(horizon::shows).isEmpty());
    return known;
  }

  /** Somebody's id, as far as whoever asks may know it. */
  String told(String userId) {
    return known(Set.of(userId)).isEmpty() ? LOOKS_AFTER : userId;
  }

  /** The sentence for somebody who may not answer. */
  String whoDecides(Lead lead, String askedBy) {
    Set<String> all = all(lead, askedBy);
    if (all.isEmpty()) {
      return "Nobody stands above its owner; an operator decides.";
    }
    List<String> known = new ArrayList<>(known(all));
    if (known.size() < all.size()) {
      known.add(LOOKS_AFTER);
    }
    return "A manager of the owner approves it: " + String.join(", ", known) + ".";
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
