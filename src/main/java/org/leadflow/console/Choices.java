package org.leadflow.console;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.leadflow.access.Caller;
import org.leadflow.core.Remembered;
import org.leadflow.organization.BusinessUnit;
import org.leadflow.organization.ChannelPartner;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Role;
import org.leadflow.organization.Team;
import org.leadflow.organization.User;
import org.springframework.stereotype.Component;

/** People, teams, units and partners to choose from in a form, by name. */
@Component
class Choices {

  private static final Set<Role> WORKING =
      Set.of(Role.SELLER, Role.MANAGER, Role.OPERATOR, Role.ADMINISTRATOR);

  private final Remembered<Receivers> receivers;
  private final Remembered<List<BusinessUnit>> units;
  private final Remembered<List<ChannelPartner>> partners;
  private final Organization organization;

  Choices(Organization organization) {
    this.organization = organization;
    this.receivers = new Remembered<>(() -> receivers(organization));
    this.units =
        new Remembered<>(
            () ->
                organization.units().stream()
                    .sorted(Comparator.comparing(BusinessUnit::name))
                    .toList());
    this.partners =
        new Remembered<>(
            () ->
                organization.partners().stream()
                    .sorted(Comparator.comparing(ChannelPartner::name))
                    .toList());
  }

  /** Who may own a lead. */
  record Receivers(List<User> people, List<Team> teams) {}

  private static Receivers receivers(Organization organization) {
    return new Receivers(
        organization.users().stream()
            .filter(user -> user.active() && user.roles().stream().anyMatch(WORKING::contains))
            .sorted(Comparator.comparing(User::name))
            .toList(),
        organization.teams().stream().sorted(Comparator.comparing(Team::name)).toList());
  }

  /** Who may be given a lead; somebody of a partner knows his own colleagues only. */
  Receivers receivers(Caller caller) {
    return caller.partnerId() == null ? receivers.get() : seenBy(caller);
  }

  /** Those whose leads somebody can see: his own kind for a partner's, his units' for others. */
  Receivers seenBy(Caller caller) {
    Receivers all = receivers.get();
    if (caller.runsTheProduct()) {
      return all;
    }
    Set<String> below = organization.unitsBelow(caller.businessUnitId());
    return new Receivers(
        all.people().stream()
            .filter(user -> isNear(caller, user.partnerId(), below.contains(user.businessUnitId())))
            .toList(),
        all.teams().stream()
            .filter(team -> isNear(caller, team.partnerId(), below.contains(team.businessUnitId())))
            .toList());
  }

  private static boolean isNear(Caller caller, String partnerId, boolean below) {
    return caller.partnerId() == null ? below : caller.partnerId().equals(partnerId);
  }

  List<BusinessUnit> units(Caller caller) {
    Set<String> below = organization.unitsBelow(caller.businessUnitId());
    return units.get().stream()
        .filter(unit -> caller.runsTheProduct() || below.contains(unit.id()))
        .toList();
  }

  List<ChannelPartner> partners() {
    return partners.get();
  }
}
