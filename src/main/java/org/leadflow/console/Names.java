package org.leadflow.console;

import org.leadflow.organization.BusinessUnit;
import org.leadflow.organization.ChannelPartner;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.organization.Team;
import org.leadflow.organization.User;
import org.springframework.stereotype.Component;

/** Says ids of people, teams, units and partners as names; an id nobody has stays as it is. */
@Component
class Names {

  private final Organization organization;

  Names(Organization organization) {
    this.organization = organization;
  }

  String user(String id) {
    return organization.user(id).map(User::name).orElse(id);
  }

  String team(String id) {
    return organization.team(id).map(Team::name).orElse(id);
  }

  String unit(String id) {
    return organization.unit(id).map(BusinessUnit::name).orElse(id);
  }

  String partner(String id) {
    return organization.partner(id).map(ChannelPartner::name).orElse(id);
  }

  String owner(Owner owner) {
    return owner.kind() == Owner.Kind.USER ? user(owner.id()) : "Team " + team(owner.id());
  }

  /** Whoever did something: a person, or the product when no person did. */
  String actor(String id) {
    return id.equals("leadflow") ? "Leadflow" : user(id);
  }
}
