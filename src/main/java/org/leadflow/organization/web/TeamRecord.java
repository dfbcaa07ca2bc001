package org.leadflow.organization.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.Team;

/**
 * A team with all its members, active or not.
 *
 * @param managerIds those named at it; managers of its unit are not
 */
record TeamRecord(
    String id,
    String name,
    String businessUnitId,
    @Nullable String partnerId,
    List<String> memberIds,
    List<String> managerIds) {

  static TeamRecord of(Team team, List<String> members, List<String> managers) {
    return new TeamRecord(
        team.id(), team.name(), team.businessUnitId(), team.partnerId(), members, managers);
  }
}
