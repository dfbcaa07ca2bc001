package org.leadflow.reporting;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.Calendars;
import org.leadflow.organization.Organization;
import org.leadflow.organization.WorkingTime;
import org.springframework.stereotype.Component;

/** When owners work: a person by his calendar, a team by that of its unit. */
@Component
class OwnersCalendars {

  private final Calendars calendars;
  private final Organization organization;

  OwnersCalendars(Calendars calendars, Organization organization) {
    this.calendars = calendars;
    this.organization = organization;
  }

  /** Looked up once for many leads. */
  Asked asked() {
    Map<String, String> units = new HashMap<>();
    organization.teams().forEach(team -> units.put(team.id(), team.businessUnitId()));
    return new Asked(units);
  }

  /** Answers for one piece of work, and remembers what it was asked. */
  final class Asked {

    private final Map<String, String> unitOfTeam;
    private final Map<String, WorkingTime> known = new HashMap<>();

    private Asked(Map<String, String> unitOfTeam) {
      this.unitOfTeam = unitOfTeam;
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
  }
}
