package org.leadflow.reporting;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.Calendars;
import org.leadflow.organization.Organization;
import org.leadflow.organization.WorkingTime;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When owners work: a person by his calendar, a team by that of its unit; and in which team a
 * person is. Of several teams the first by id counts, the lead desk last.
 */
@Component
class Owners {

  private static final BinaryOperator<String> FIRST =
      BinaryOperator.minBy(
          Comparator.<String, Boolean>comparing(Organization.INTAKE_TEAM::equals)
              .thenComparing(Comparator.naturalOrder()));

  private final Calendars calendars;
  private final Organization organization;
  private final JdbcClient jdbc;

  Owners(Calendars calendars, Organization organization, JdbcClient jdbc) {
    this.calendars = calendars;
    this.organization = organization;
    this.jdbc = jdbc;
  }

  /** Looked up once for many leads. */
  Asked asked() {
    Map<String, String> units = new HashMap<>();
    organization.teams().forEach(team -> units.put(team.id(), team.businessUnitId()));
    return new Asked(units, teams());
  }

  /** Put in order here: databases order texts by their language, each in its own way. */
  private Map<String, String> teams() {
    Map<String, String> teams = new HashMap<>();
    jdbc.sql("SELECT user_id, team_id FROM team_member")
        .query(
            (RowCallbackHandler)
                row -> teams.merge(row.getString("user_id"), row.getString("team_id"), FIRST));
    return teams;
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
