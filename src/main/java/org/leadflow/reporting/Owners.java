package org.leadflow.reporting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.Calendars;
import org.leadflow.organization.Organization;
import org.leadflow.organization.WorkingTime;
import org.springframework.stereotype.Component;

/**
 * When owners work: a person by his calendar, a team by that of its unit; and in which team a
 * person is. Of several teams the first by id counts, the lead desk last.
 */
@Component
class Owners {

  /** The same as a table of users and their teams. */
  static final String TEAMS =
      """
      (SELECT user_id, COALESCE(min(CASE WHEN team_id <> '%s' THEN team_id END), min(team_id)) AS team_id
        FROM team_member GROUP BY user_id)"""
          .formatted(Organization.INTAKE_TEAM);

  private final Calendars calendars;
  private final Organization organization;

  Owners(Calendars calendars, Organization organization) {
    this.calendars = calendars;
    this.organization = organization;
  }

  /** Looked up once for many leads. */
  Asked asked() {
    Map<String, String> units = new HashMap<>();
    organization.teams().forEach(team -> units.put(team.id(), team.businessUnitId()));
    Map<String, String> teams = new HashMap<>();
    var members = new TreeMap<>(organization.memberIdsByTeam());
    members
        .getOrDefault(Organization.INTAKE_TEAM, List.of())
        .forEach(user -> teams.put(user, Organization.INTAKE_TEAM));
    members.remove(Organization.INTAKE_TEAM);
    members.descendingMap().forEach((team, users) -> users.forEach(user -> teams.put(user, team)));
    return new Asked(units, teams);
  }

  /** Answers for one piece of work, and remembers what it was asked. */
  final class Asked {

    private final Map<String, String> unitOfTeam;
    private final Map<String, String> teamOfUser;
    private final Map<String, WorkingTime> known = new HashMap<>();

    private Asked(Map<String, String> unitOfTeam, Map<String, String> teamOfUser) {
      this.unitOfTeam = unitOfTeam;
      this.teamOfUser = teamOfUser;
    }

    WorkingTime of(@Nullable String user, @Nullable String team) {
      if (user != null) {
        return known.computeIfAbsent("user:" + user, id -> calendars.of(user));
      }
      String unit = team == null ? null : unitOfTeam.get(team);
      return unit == null
          ? WorkingTime.ALWAYS
          : known.computeIfAbsent("unit:" + unit, id -> calendars.ofUnit(unit));
    }

    /** The team a person is in; null when he is in none. */
    @Nullable String teamOf(@Nullable String user) {
      return user == null ? null : teamOfUser.get(user);
    }
  }
}
