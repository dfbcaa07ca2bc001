package org.leadflow.routing;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.leadflow.organization.BusinessUnit;
import org.leadflow.organization.ChannelPartner;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Team;
import org.leadflow.organization.User;
import org.leadflow.rules.KnownReceivers;
import org.leadflow.rules.Receivers;
import org.leadflow.rules.Receivers.Home;
import org.leadflow.rules.ReceiversNow;
import org.springframework.stereotype.Component;

/** Tells the rules whom they may name. As long as nobody is there yet, everybody. */
@Component
class ReceiversOfOrganization implements ReceiversNow {

  private final Organization organization;

  ReceiversOfOrganization(Organization organization) {
    this.organization = organization;
  }

  @Override
  public KnownReceivers now() {
    if (organization.isEmpty()) {
      return KnownReceivers.ANYBODY;
    }
    Map<String, String> units = new HashMap<>();
    for (BusinessUnit unit : organization.units()) {
      units.put(unit.id(), unit.parentId() == null ? "" : unit.parentId());
    }
    return new Receivers(
        units,
        organization.partners().stream().map(ChannelPartner::id).collect(Collectors.toSet()),
        organization.teams().stream()
            .collect(
                Collectors.toMap(
                    Team::id, each -> new Home(each.businessUnitId(), each.partnerId()))),
        organization.users().stream()
            .filter(User::active)
            .collect(
                Collectors.toMap(
                    User::id, each -> new Home(each.businessUnitId(), each.partnerId()))),
        organization.users().stream()
            .filter(each -> !each.active())
            .map(User::id)
            .collect(Collectors.toSet()),
        Organization.INTAKE_TEAM);
  }
}
