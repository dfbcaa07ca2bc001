package org.leadflow.assignment;

import java.util.List;
import java.util.Map;
import org.leadflow.organization.Absences;
import org.leadflow.organization.Calendars;
import org.leadflow.organization.Skills;
import org.springframework.stereotype.Component;

/** Looks up of a pool's members what this pool needs to know for a turn, and nothing else. */
@Component
class LookingAround {

  private final Absences absences;
  private final Calendars calendars;
  private final Skills skills;
  private final Workload workload;

  LookingAround(Absences absences, Calendars calendars, Skills skills, Workload workload) {
    this.absences = absences;
    this.calendars = calendars;
    this.skills = skills;
    this.workload = workload;
  }

  Surroundings of(Pool pool, Asking asking) {
    List<String> all = pool.members().stream().map(Member::id).toList();
    List<String> near = pool.members().stream().filter(Member::mayBeAway).map(Member::id).toList();
    return new Surroundings(
        near.isEmpty() ? Map.of() : absences.at(near, asking.now()),
        pool.regardsHours() ? calendars.of(all) : Map.of(),
        pool.regardsSkills() && !asking.needs().isEmpty() ? skills.of(all) : Map.of(),
        pool.regardsLoad() ? workload.open(pool.teamId(), asking.leadId()) : Map.of(),
        pool.hasCaps()
            ? workload.turns(pool.teamId(), asking.now(), pool.settings().timeZone())
            : Map.of());
  }
}
