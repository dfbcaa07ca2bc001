package org.leadflow.organization;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who works by which calendar, at one moment.
 *
 * @param times working time by id of the calendar
 * @param ofUnits id of the calendar by id of the unit that has one
 * @param parents id of the unit above by id of the unit
 * @param ofUsers id of the calendar by id of the user who has one of his own
 * @param homes id of the unit by id of the user, of all users
 */
record StoredCalendars(
    Map<String, WorkingTime> times,
    Map<String, String> ofUnits,
    Map<String, String> parents,
    Map<String, String> ofUsers,
    Map<String, String> homes) {

  boolean knows(Collection<String> userIds) {
    return homes.keySet().containsAll(userIds);
  }

  WorkingTime of(String userId) {
    return calendarOf(userId).map(times::get).orElse(WorkingTime.ALWAYS);
  }

  WorkingTime ofUnit(String unitId) {
    return calendarAbove(unitId).map(times::get).orElse(WorkingTime.ALWAYS);
  }

  Optional<String> calendarOf(String userId) {
    return ofUsers.containsKey(userId)
        ? Optional.of(ofUsers.get(userId))
        : calendarAbove(homes.get(userId));
  }

  /** Ends on a cycle too. */
  Optional<String> calendarAbove(@Nullable String unitId) {
    Set<String> seen = new HashSet<>();
    String unit = unitId;
    while (unit != null && seen.add(unit)) {
      if (ofUnits.containsKey(unit)) {
        return Optional.of(ofUnits.get(unit));
      }
      unit = parents.get(unit);
    }
    return Optional.empty();
  }
}
