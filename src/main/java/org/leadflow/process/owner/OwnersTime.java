package org.leadflow.process.owner;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.leadflow.organization.Calendars;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.organization.User;
import org.springframework.stereotype.Component;

/** When the owner of a lead works: a person by his calendar, a team when its first member does. */
@Component
public class OwnersTime {

  private final Calendars calendars;
  private final Organization organization;

  OwnersTime(Calendars calendars, Organization organization) {
    this.calendars = calendars;
    this.organization = organization;
  }

  /** So much working time from now; so much of any time where nobody ever works. */
  public Instant after(Owner owner, Duration work) {
    // The engine's clock, by which the timer behind it goes.
    Instant now = ClockUtil.getCurrentTime().toInstant();
    return people(owner).stream()
        .flatMap(user -> calendars.of(user).plus(now, work).stream())
        .min(Comparator.naturalOrder())
        .orElse(now.plus(work));
  }

  private List<String> people(Owner owner) {
    return owner.kind() == Owner.Kind.USER
        ? List.of(owner.id())
        : organization.members(owner.id()).stream().map(User::id).toList();
  }
}
