package org.leadflow.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.Absence;
import org.leadflow.organization.WorkingTime;

/**
 * What stands against giving a member this turn. All of it is named, not the first alone, so that
 * "what would have to change" is the whole answer.
 */
record Gates(PoolSettings settings, Asking asking, Surroundings seen) {

  List<Stop> stopping(Member member) {
    var stops = new ArrayList<Stop>();
    if (!member.active()) {
      stops.add(Stop.at(Gate.INACTIVE));
    }
    if (!member.mayRead()) {
      stops.add(Stop.at(Gate.NO_ROLE));
    }
    if (member.settings().paused()) {
      stops.add(Stop.at(Gate.PAUSED));
    }
    turnedDown(member, stops);
    if (settings.strategy() == Strategy.WEIGHTED && member.settings().weight() == 0) {
      stops.add(Stop.at(Gate.NO_WEIGHT));
    }
    skills(member, stops);
    time(member, stops);
    caps(member, stops);
    capacity(member, seen.openLeads(member)).ifPresent(stops::add);
    return List.copyOf(stops);
  }

  private void turnedDown(Member member, List<Stop> stops) {
    if (member.answer() != null) {
      stops.add(Stop.at(member.answer().equals("LAPSED") ? Gate.LAPSED : Gate.DECLINED));
    } else if (asking.excludedUserIds().contains(member.id())) {
      stops.add(Stop.at(Gate.EXCLUDED));
    }
  }

  private void skills(Member member, List<Stop> stops) {
    for (String skill : settings.requiredSkills()) {
      String value = asking.needs().get(skill);
      if (value != null && !seen.has(member, skill, value)) {
        stops.add(
            Stop.at(
                Gate.SKILL_MISSING,
                "The lead needs " + skill + " " + value + ", which the member does not have.",
                null));
      }
    }
  }

  private void time(Member member, List<Stop> stops) {
    Absence absence = seen.away().get(member.id());
    if (absence != null) {
      stops.add(
          Stop.at(
              Gate.ABSENT,
              "The member is away until " + absence.until() + ".",
              working(member, absence.until())));
    }
    Integer ahead = settings.hoursAhead();
    if (ahead == null) {
      return;
    }
    Instant next = working(member, asking.now());
    if (next == null || next.isAfter(asking.now().plus(Duration.ofHours(ahead)))) {
      stops.add(
          Stop.at(
              Gate.OUT_OF_HOURS,
              next == null
                  ? "The member has no working hours."
                  : "The member works again from " + next + ".",
              next == null ? null : next.minus(Duration.ofHours(ahead))));
    }
  }

  private @Nullable Instant working(Member member, Instant from) {
    return seen.times().getOrDefault(member.id(), WorkingTime.ALWAYS).next(from).orElse(null);
  }

  private void caps(Member member, List<Stop> stops) {
    for (Cap cap : member.settings().caps()) {
      if (!cap.concerns(asking.kind())) {
        continue;
      }
      long had = seen.turns(member, cap);
      if (had >= cap.most()) {
        Instant end = cap.period().end(asking.now(), settings.timeZone());
        stops.add(
            Stop.at(
                Gate.CAP_REACHED,
                "The member had " + had + " turns of at most " + cap.words() + ".",
                cap.most() == 0 ? null : end));
      }
    }
  }

  static Optional<Stop> capacity(Member member, long openLeads) {
    Integer capacity = member.settings().capacity();
    return capacity == null || openLeads < capacity
        ? Optional.empty()
        : Optional.of(
            Stop.at(
                Gate.NO_CAPACITY,
                "The member has " + openLeads + " of " + capacity + " open leads.",
                null));
  }
}
