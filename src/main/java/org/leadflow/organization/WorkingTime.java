package org.leadflow.organization;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When somebody works: hours for each weekday in a time zone, except on days off. Reckons exactly,
 * one step per span of working hours, across every change of the clocks.
 *
 * <p>A local time that the clocks skip means the moment of the change; one that comes twice means
 * the first. Looking for work ends ten years ahead: whoever has none by then never works.
 */
public final class WorkingTime {

  /** Around the clock on every day: nobody said anything else. */
  public static final WorkingTime ALWAYS =
      new WorkingTime(ZoneOffset.UTC, aroundTheClock(), day -> false, true);

  private static final int HORIZON_IN_DAYS = 3653;

  private final ZoneId zone;
  private final Map<DayOfWeek, List<Hours>> week;
  private final Predicate<LocalDate> daysOff;
  private final boolean always;

  private WorkingTime(
      ZoneId zone, Map<DayOfWeek, List<Hours>> week, Predicate<LocalDate> daysOff, boolean always) {
    this.zone = zone;
    this.week = week;
    this.daysOff = daysOff;
    this.always = always;
  }

  /**
   * @param week a weekday without hours is free
   * @param daysOff true for a day without work, whatever its weekday; must always answer the same
   * @throws IllegalArgumentException when hours of one day overlap
   */
  public static WorkingTime of(
      ZoneId zone, Map<DayOfWeek, List<Hours>> week, Predicate<LocalDate> daysOff) {
    var sorted = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
    week.forEach((day, hours) -> sorted.put(day, inOrder(hours)));
    return new WorkingTime(zone, sorted, daysOff, false);
  }

  /** Where the hours are meant; UTC when nobody said. */
  public ZoneId zone() {
    return zone;
  }

  /** Whether this moment is working time; the end of the hours is not. */
  public boolean contains(Instant moment) {
    return next(moment).filter(moment::equals).isPresent();
  }

  /** The first working moment at or after this one; empty when there never is one. */
  public Optional<Instant> next(Instant from) {
    if (always) {
      return Optional.of(from);
    }
    Spans spans = new Spans(from);
    return spans.advance() ? Optional.of(later(spans.begin, from)) : Optional.empty();
  }

  /**
   * The moment at which this much working time has passed. After no time at all it is the first
   * working moment; a span that is used up to its end ends there, not at the begin of the next.
   *
   * @return empty when so much working time never passes
   * @throws IllegalArgumentException for a negative duration
   */
  public Optional<Instant> plus(Instant from, Duration work) {
    if (work.isNegative()) {
      throw new IllegalArgumentException("Working time is not negative: " + work);
    }
    if (always) {
      return Optional.of(from.plus(work));
    }
    Duration left = work;
    Spans spans = new Spans(from);
    while (spans.advance()) {
      Instant begin = later(spans.begin, from);
      Duration here = Duration.between(begin, spans.end);
      if (left.compareTo(here) <= 0) {
        return Optional.of(begin.plus(left));
      }
      left = left.minus(here);
    }
    return Optional.empty();
  }

  /** The working time from one moment to another; zero when the other is not after the one. */
  public Duration between(Instant from, Instant until) {
    if (!from.isBefore(until)) {
      return Duration.ZERO;
    }
    if (always) {
      return Duration.between(from, until);
    }
    Duration sum = Duration.ZERO;
    Spans spans = new Spans(from, until);
    while (spans.advance() && spans.begin.isBefore(until)) {
      Instant end = spans.end.isBefore(until) ? spans.end : until;
      sum = sum.plus(Duration.between(later(spans.begin, from), end));
    }
    return sum;
  }

  private Instant moment(LocalDate day, int minute) {
    var local = day.atStartOfDay().plusMinutes(minute);
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return change != null && change.isGap()
        ? change.getInstant()
        : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  private static List<Hours> inOrder(List<Hours> hours) {
    List<Hours> sorted = hours.stream().sorted().toList();
    for (int next = 1; next < sorted.size(); next++) {
      if (sorted.get(next).overlaps(sorted.get(next - 1))) {
        throw new IllegalArgumentException("Hours overlap: " + sorted);
      }
    }
    return sorted;
  }

  private static Map<DayOfWeek, List<Hours>> aroundTheClock() {
    var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
    Arrays.stream(DayOfWeek.values()).forEach(day -> week.put(day, List.of(new Hours(0, 1440))));
    return week;
  }

  /** The spans of working time that end after a moment, one after the other. */
  private final class Spans {

    private final Instant from;
    private final LocalDate last;
    private LocalDate day;
    private List<Hours> hours;
    private int place;
    private Instant begin = Instant.MIN;
    private Instant end = Instant.MIN;

    Spans(Instant from) {
      this(from, from.atZone(zone).toLocalDate().plusDays(HORIZON_IN_DAYS));
    }

    Spans(Instant from, Instant until) {
      this(from, until.atZone(zone).toLocalDate());
    }

    private Spans(Instant from, LocalDate last) {
      this.from = from;
      this.last = last;
      // A day before: where clocks go back over midnight the day before comes twice.
      this.day = from.atZone(zone).toLocalDate().minusDays(1);
      this.hours = of(day);
    }

    /** Goes to the next span; false when there is none. */
    boolean advance() {
      while (!day.isAfter(last)) {
        while (place < hours.size()) {
          Hours next = hours.get(place++);
          begin = moment(day, next.begin());
          end = moment(day, next.end());
          if (end.isAfter(from) && end.isAfter(begin)) {
            return true;
          }
        }
        day = day.plusDays(1);
        hours = of(day);
        place = 0;
      }
      return false;
    }

    private List<Hours> of(LocalDate date) {
      List<Hours> worked = week.getOrDefault(date.getDayOfWeek(), List.of());
      return worked.isEmpty() || daysOff.test(date) ? List.of() : worked;
    }
  }
}
