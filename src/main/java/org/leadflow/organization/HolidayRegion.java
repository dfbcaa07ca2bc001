package org.leadflow.organization;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The public holidays of a country or of a part of it, such as {@code de}, {@code de-by} or {@code
 * us-ny}; reckoned once for each year.
 */
final class HolidayRegion implements Predicate<LocalDate> {

  private static final Map<String, HolidayRegion> KNOWN = new ConcurrentHashMap<>();

  private final HolidayManager country;
  private final String[] parts;
  private final Map<Integer, Set<LocalDate>> byYear = new ConcurrentHashMap<>();

  private HolidayRegion(HolidayManager country, String[] parts) {
    this.country = country;
    this.parts = parts;
  }

  /** Empty for a region nobody knows the holidays of. */
  static Optional<HolidayRegion> of(String code) {
    @Nullable HolidayRegion known = KNOWN.get(code);
    if (known == null) {
      List<String> parts = Arrays.asList(code.split("-", -1));
      if (!countries().contains(parts.get(0))) {
        return Optional.empty();
      }
      HolidayManager country = HolidayManager.getInstance(ManagerParameters.create(parts.get(0)));
      String[] within = parts.subList(1, parts.size()).toArray(String[]::new);
      if (!contains(country.getCalendarHierarchy(), within)) {
        return Optional.empty();
      }
      known = KNOWN.computeIfAbsent(code, absent -> new HolidayRegion(country, within));
    }
    return Optional.of(known);
  }

  /** The codes of the countries, in order. */
  static Set<String> countries() {
    return new TreeSet<>(HolidayManager.getSupportedCalendarCodes());
  }

  @Override
  public boolean test(LocalDate day) {
    return byYear.computeIfAbsent(day.getYear(), this::holidays).contains(day);
  }

  private Set<LocalDate> holidays(int year) {
    return country.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, parts).stream()
        .map(holiday -> holiday.getDate())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean contains(CalendarHierarchy country, String[] parts) {
    CalendarHierarchy place = country;
    for (String part : parts) {
      place = place.getChildren().get(part);
      if (place == null) {
        return false;
      }
    }
    return true;
  }
}
