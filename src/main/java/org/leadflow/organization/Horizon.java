package org.leadflow.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.CurrentActor;
import org.springframework.stereotype.Component;

/**
 * How much of the organisation somebody reads: our own people all of it; who works for a channel
 * partner that partner, its people and teams, and the name of the unit that looks after it.
 */
@Component
public class Horizon {

  private final CurrentActor actor;
  private final Organization organization;

  public Horizon(CurrentActor actor, Organization organization) {
    this.actor = actor;
    this.organization = organization;
  }

  /** The partner that is all he reads; null for who reads everything. */
  public @Nullable String partner() {
    User reader = reader();
    return reader == null ? null : reader.partnerId();
  }

  public boolean shows(User user) {
    User reader = reader();
    return reader == null || reader.partnerId().equals(user.partnerId());
  }

  public boolean shows(Team team) {
    User reader = reader();
    return reader == null || reader.partnerId().equals(team.partnerId());
  }

  public boolean shows(ChannelPartner partner) {
    User reader = reader();
    return reader == null || reader.partnerId().equals(partner.id());
  }

  public boolean shows(BusinessUnit unit) {
    User reader = reader();
    return reader == null || reader.businessUnitId().equals(unit.id());
  }

  public List<BusinessUnit> units() {
    User reader = reader();
    return reader == null
        ? organization.units()
        : organization.unit(reader.businessUnitId()).stream().toList();
  }

  public List<ChannelPartner> partners() {
    User reader = reader();
    return reader == null
        ? organization.partners()
        : organization.partner(reader.partnerId()).stream().toList();
  }

  public List<Team> teams() {
    User reader = reader();
    return reader == null
        ? organization.teams()
        : organization.teams().stream()
            .filter(team -> reader.partnerId().equals(team.partnerId()))
            .toList();
  }

  /** Null for who reads everything. */
  private @Nullable User reader() {
    return organization
        .user(actor.get().id())
        .filter(user -> user.partnerId() != null)
        .filter(user -> user.roles().stream().noneMatch(Horizon::runsTheProduct))
        .orElse(null);
  }

  private static boolean runsTheProduct(Role role) {
    return role == Role.OPERATOR || role == Role.ADMINISTRATOR;
  }
}
