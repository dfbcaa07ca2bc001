package org.leadflow.organization.web;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.BusinessUnit;
import org.leadflow.organization.ChannelPartner;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Role;
import org.leadflow.organization.Team;
import org.leadflow.organization.User;

/** The organisation as one tree, read in five statements. */
record OrganizationView(
    List<BusinessUnit> units,
    List<ChannelPartner> partners,
    List<Team> teams,
    Map<String, User> users,
    Map<String, List<String>> members) {

  OrganizationView(Organization organization) {
    this(
        organization.units(),
        organization.partners(),
        organization.teams(),
        organization.users().stream().collect(toMap(User::id, identity())),
        organization.memberIdsByTeam());
  }

  UnitView root() {
    return units.stream()
        .filter(unit -> unit.parentId() == null)
        .map(this::unit)
        .findFirst()
        .orElseThrow();
  }

  /** A partner, in the unit that looks after it, which shows nothing else. */
  UnitView around(String partnerId) {
    ChannelPartner partner =
        partners.stream().filter(each -> each.id().equals(partnerId)).findFirst().orElseThrow();
    return units.stream()
        .filter(unit -> unit.id().equals(partner.businessUnitId()))
        .map(
            unit ->
                new UnitView(
                    unit.id(), unit.name(), List.of(), List.of(partner(partner)), List.of()))
        .findFirst()
        .orElseThrow();
  }

  private UnitView unit(BusinessUnit unit) {
    return new UnitView(
        unit.id(),
        unit.name(),
        teams.stream()
            .filter(team -> team.partnerId() == null && team.businessUnitId().equals(unit.id()))
            .map(this::team)
            .toList(),
        partners.stream()
            .filter(partner -> partner.businessUnitId().equals(unit.id()))
            .map(this::partner)
            .toList(),
        units.stream()
            .filter(below -> unit.id().equals(below.parentId()))
            .map(this::unit)
            .toList());
  }

  private PartnerView partner(ChannelPartner partner) {
    return new PartnerView(
        partner.id(),
        partner.name(),
        teams.stream()
            .filter(team -> partner.id().equals(team.partnerId()))
            .map(this::team)
            .toList());
  }

  private TeamView team(Team team) {
    return TeamView.of(
        team, members.getOrDefault(team.id(), List.of()).stream().map(users::get).toList());
  }

  record UnitView(
      String id,
      String name,
      List<TeamView> teams,
      List<PartnerView> partners,
      List<UnitView> units) {}

  record PartnerView(String id, String name, List<TeamView> teams) {}

  record TeamView(
      String id,
      String name,
      String businessUnitId,
      @Nullable String partnerId,
      List<MemberView> members) {

    static TeamView of(Team team, List<User> members) {
      return new TeamView(
          team.id(),
          team.name(),
          team.businessUnitId(),
          team.partnerId(),
          members.stream().map(user -> new MemberView(user.id(), user.name())).toList());
    }
  }

  record MemberView(String id, String name) {}

  record UserView(
      String id,
      String name,
      String businessUnitId,
      @Nullable String partnerId,
      SortedSet<Role> roles,
      boolean active,
      SortedSet<String> teamIds) {

    static UserView of(User user, Set<String> teamIds) {
      return new UserView(
          user.id(),
          user.name(),
          user.businessUnitId(),
          user.partnerId(),
          new TreeSet<>(user.roles()),
          user.active(),
          new TreeSet<>(teamIds));
    }
  }
}
