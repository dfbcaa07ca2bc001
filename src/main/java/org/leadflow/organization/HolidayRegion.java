package org.leadflow.organization;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The public holidays of a country or of a part of it, such as {@code de}, {@code de-by} or {@code
 * us-ny}; reckoned once for each year. A holiday that is kept on another day is free on both.
 */
final class HolidayRegion implements Predicate<LocalDate> {

  private static final Map<String, HolidayRegion> KNOWN = new ConcurrentHashMap<>();

  private static final Set<String> COUNTRIES =
      HolidayManager.getSupportedCalendarCodes().stream()
          .map(code -> code.toLowerCase(Locale.ROOT))
          .collect(Collectors.toCollection(TreeSet::new));

  private final HolidayManager country;
  private final String[] parts;
  private final Map<Integer, Set<LocalDate>> byYear = new ConcurrentHashMap<>();

  private HolidayRegion(HolidayManager country, String[] parts) {
    this.country = country;
    this.parts = parts;
  }

  /** Empty for a region nobody knows the holidays of. */
  static Optional<HolidayRegion> of(String code) {
    HolidayRegion known = KNOWN.get(code);
    return known != null ? Optional.of(known) : read(code);
  }

  /** The countries, or the parts of one that is known: what could be written instead. */
  static Set<String> near(String code) {
    String country = code.split("-", -1)[0];
    if (!COUNTRIES.contains(country)) {
      return COUNTRIES;
    }
    return country(country).getCalendarHierarchy().getChildren().keySet().stream()
        .map(part -> country + "-" + part)
        .collect(Collectors.toCollection(() -> new TreeSet<>(Set.of(country))));
  }

  @Override
  public boolean test(LocalDate day) {
    return byYear.computeIfAbsent(day.getYear(), this::holidays).contains(day);
  }

  /** A holiday of the next year may be kept in this one, as New Year's Day on a Saturday is. */
  private Set<LocalDate> holidays(int year) {
    return IntStream.rangeClosed(year - 1, year + 1)
        .mapToObj(each -> country.getHolidays(Year.of(each), HolidayType.PUBLIC_HOLIDAY, parts))
        .flatMap(Set::stream)
        .flatMap(holiday -> Stream.of(holiday.getDate(), holiday.getActualDate()))
        .filter(day -> day.getYear() == year)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<HolidayRegion> read(String code) {
    List<String> parts = Arrays.asList(code.split("-", -1));
    if (!COUNTRIES.contains(parts.get(0))) {
      return Optional.empty();
    }
    HolidayManager country = country(parts.get(0));
    CalendarHierarchy place = country.getCalendarHierarchy();
    for (String part : parts.subList(1, parts.size())) {
      place = place.getChildren().get(part);
      if (place == null) {
        return Optional.empty();
      }
    }
    String[] within = parts.subList(1, parts.size()).toArray(String[]::new);
    return Optional.of(KNOWN.computeIfAbsent(code, absent -> new HolidayRegion(country, within)));
  }

  private static HolidayManager country(String code) {
    return HolidayManager.getInstance(ManagerParameters.create(code));
  }
}
