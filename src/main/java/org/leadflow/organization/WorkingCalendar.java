package org.leadflow.organization;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Working time that has a name, so that units and people can share it.
 *
 * @param timeZone such as {@code Europe/Berlin}
 * @param holidays the region whose public holidays are free, such as {@code de-by}; null for none
 * @param week hours by weekday; a weekday without any is free
 * @param daysOff further free days
 */
public record WorkingCalendar(
    String id,
    String name,
    String timeZone,
    @Nullable String holidays,
    SortedMap<DayOfWeek, List<Hours>> week,
    SortedSet<LocalDate> daysOff) {

  public WorkingCalendar {
    var worked = new TreeMap<DayOfWeek, List<Hours>>();
    week.forEach(
        (day, hours) -> {
          if (!hours.isEmpty()) {
            worked.put(day, hours.stream().sorted().toList());
          }
        });
    week = worked;
    daysOff = new TreeSet<>(daysOff);
  }

  /**
   * @throws IllegalArgumentException for hours that overlap and a region without holidays
   * @throws java.time.DateTimeException for an unknown time zone
   */
  WorkingTime workingTime() {
    Predicate<LocalDate> free = daysOff::contains;
    if (holidays != null) {
      free =
          free.or(
              HolidayRegion.of(holidays)
                  .orElseThrow(
                      () -> new IllegalArgumentException("No holidays known of " + holidays)));
    }
    return WorkingTime.of(ZoneId.of(timeZone), Map.copyOf(week), free);
  }
}
