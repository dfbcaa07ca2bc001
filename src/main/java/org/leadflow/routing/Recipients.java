package org.leadflow.routing;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadflow.access.AccessLevel;
import org.leadflow.access.Caller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.organization.Team;
import org.leadflow.organization.User;
import org.springframework.stereotype.Component;

/** Knows who can be given a lead: every team, and active users who may read leads. */
@Component
class Recipients {

  private final Organization organization;
  private final Permissions permissions;

  Recipients(Organization organization, Permissions permissions) {
    this.organization = organization;
    this.permissions = permissions;
  }

  /** Why this owner can be given none, as the rest of a sentence; empty when he can. */
  Optional<String> refusal(Owner owner) {
    return owner.kind() == Owner.Kind.USER ? ofUser(owner.id()) : ofTeam(owner.id());
  }

  /**
   * The same for what this person gives: somebody of a partner gives leads to his colleagues only,
   * and is not told who else there is.
   */
  Optional<String> refusal(Owner owner, String giver) {
    String partner = organization.user(giver).map(User::partnerId).orElse(null);
    boolean near =
        partner == null
            || organization
                .ownership(owner)
                .filter(ownership -> partner.equals(ownership.partnerId()))
                .isPresent();
    return near
        ? refusal(owner)
        : Optional.of("must be somebody of your own, or one of your teams");
  }

  private Optional<String> ofUser(String id) {
    Optional<User> user = organization.user(id).filter(User::active);
    if (user.isEmpty()) {
      return Optional.of("must be an active user; there is none named " + id);
    }
    return mayRead(user.get())
        ? Optional.empty()
        : Optional.of("must be somebody who may read leads; no role of " + id + " allows it");
  }

  private Optional<String> ofTeam(String id) {
    return organization.team(id).isPresent()
        ? Optional.empty()
        : Optional.of(
            "must be one of the teams "
                + organization.teams().stream().map(Team::id).collect(Collectors.joining(", ")));
  }

  private boolean mayRead(User user) {
    var owner =
        new Caller(user.id(), user.businessUnitId(), user.partnerId(), Set.of(), user.roles());
    return permissions.level(owner, Privilege.READ) != AccessLevel.NONE;
  }
}
