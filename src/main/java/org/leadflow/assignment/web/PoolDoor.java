package org.leadflow.assignment.web;

import java.util.List;
import java.util.Set;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.NotVisible;
import org.leadflow.assignment.PoolSettingsRecords;
import org.leadflow.assignment.PoolSettingsRecords.PoolRecord;
import org.leadflow.core.Refused;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Role;
import org.leadflow.organization.TeamManagers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Which pools a caller may see and set up: those he manages, and to see those he is a member of.
 */
@Component
class PoolDoor {

  private final CurrentCaller callers;
  private final TeamManagers managers;
  private final Organization organization;
  private final PoolSettingsRecords pools;

  PoolDoor(
      CurrentCaller callers,
      TeamManagers managers,
      Organization organization,
      PoolSettingsRecords pools) {
    this.callers = callers;
    this.managers = managers;
    this.organization = organization;
    this.pools = pools;
  }

  /** Those the caller may see, in the order of their ids; the statements do not grow with them. */
  List<PoolRecord> visible() {
    Caller caller = callers.get();
    Set<String> named = pools.namedManagerOf(caller.userId());
    Set<String> units =
        caller.roles().contains(Role.MANAGER) && caller.partnerId() == null
            ? organization.unitsBelow(caller.businessUnitId())
            : Set.of();
    return pools.pools().stream()
        .filter(
            pool ->
                everywhere(caller)
                    || named.contains(pool.teamId())
                    || caller.teamIds().contains(pool.teamId())
                    || units.contains(pool.businessUnitId())
                    || ofHisPartner(caller, pool))
        .toList();
  }

  /**
   * @throws NotVisible when there is no such pool, or not for him
   */
  PoolRecord seen(String teamId) {
    return one(teamId, callers.get());
  }

  /**
   * @throws NotVisible when there is no such pool, or not for him
   * @throws Refused when he sees it and does not manage it
   */
  PoolRecord managed(String teamId) {
    Caller caller = callers.get();
    PoolRecord pool = one(teamId, caller);
    if (!managers.manages(caller.userId(), teamId)) {
      throw new Refused(
          HttpStatus.FORBIDDEN,
          "not-your-pool",
          "Pools are set up by the managers of their team.",
          List.of());
    }
    return pool;
  }

  private PoolRecord one(String teamId, Caller caller) {
    boolean visible =
        caller.teamIds().contains(teamId) || managers.manages(caller.userId(), teamId);
    if (!visible) {
      throw new NotVisible("pool", teamId);
    }
    return pools.pool(teamId).orElseThrow(() -> new NotVisible("pool", teamId));
  }

  private static boolean everywhere(Caller caller) {
    return caller.roles().contains(Role.ADMINISTRATOR) || caller.roles().contains(Role.OPERATOR);
  }

  private static boolean ofHisPartner(Caller caller, PoolRecord pool) {
    return caller.roles().contains(Role.MANAGER)
        && caller.partnerId() != null
        && caller.partnerId().equals(pool.partnerId());
  }
}
