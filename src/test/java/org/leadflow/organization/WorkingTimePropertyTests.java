package org.leadflow.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Whatever the week, the zone and the holidays: asking in different ways tells the same. */
class WorkingTimePropertyTests {

  private static final List<String> ZONES =
      List.of(
          "Europe/Berlin",
          "America/New_York",
          "America/Santiago",
          "America/St_Johns",
          "Australia/Lord_Howe",
          "Asia/Kolkata",
          "Pacific/Apia",
          "Africa/Cairo",
          "UTC");

  @Property(tries = 400)
  void theNextWorkingMomentIsTheFirstOne(
      @ForAll("times") WorkingTime time, @ForAll("moments") Instant from) {
    Instant next = time.next(from).orElseThrow();

    assertThat(next).isAfterOrEqualTo(from);
    assertThat(time.contains(next)).isTrue();
    assertThat(time.next(next)).contains(next);
    assertThat(time.between(from, next)).isZero();
    assertThat(time.contains(from)).isEqualTo(next.equals(from));
    assertThat(time.plus(from, Duration.ZERO)).contains(next);
  }

  @Property(tries = 400)
  void whatPlusAddsIsWhatBetweenCounts(
      @ForAll("times") WorkingTime time,
      @ForAll("moments") Instant from,
      @ForAll @LongRange(max = 12_000) long minutes) {
    Duration work = Duration.ofMinutes(minutes);

    Instant until = time.plus(from, work).orElseThrow();

    assertThat(time.between(from, until)).isEqualTo(work);
    if (minutes > 0) {
      assertThat(time.between(from, until.minusSeconds(1))).isLessThan(work);
    }
  }

  @Property(tries = 300)
  void addingTwiceIsAddingTheSum(
      @ForAll("times") WorkingTime time,
      @ForAll("moments") Instant from,
      @ForAll @LongRange(max = 5_000) long one,
      @ForAll @LongRange(min = 1, max = 5_000) long other) {
    Optional<Instant> twice =
        time.plus(from, Duration.ofMinutes(one))
            .flatMap(until -> time.plus(until, Duration.ofMinutes(other)));

    assertThat(twice).isEqualTo(time.plus(from, Duration.ofMinutes(one + other)));
  }

  @Property(tries = 300)
  void partsAddUpToTheWhole(
      @ForAll("times") WorkingTime time,
      @ForAll("moments") Instant from,
      @ForAll @LongRange(max = 50_000) long one,
      @ForAll @LongRange(max = 50_000) long other) {
    Instant middle = from.plus(Duration.ofMinutes(one));
    Instant until = middle.plus(Duration.ofMinutes(other));

    assertThat(time.between(from, middle).plus(time.between(middle, until)))
        .isEqualTo(time.between(from, until));
    assertThat(time.between(from, until)).isLessThanOrEqualTo(Duration.between(from, until));
    assertThat(time.between(until.plusSeconds(1), from)).isZero();
  }

  @Property(tries = 150)
  void everySingleMinuteOfTwoDaysIsCountedAsTheClockOnTheWallSays(
      @ForAll("weeks") Map<DayOfWeek, List<Hours>> week, @ForAll("moments") Instant from) {
    ZoneId zone = ZoneId.of("Europe/Berlin");
    var time = WorkingTime.of(zone, week, WorkingTimePropertyTests::everyFifthDay);
    long minutes = 0;
    for (int minute = 0; minute < 2 * 24 * 60; minute++) {
      ZonedDateTime clock = from.plus(Duration.ofMinutes(minute)).atZone(zone);
      boolean second = clock.withEarlierOffsetAtOverlap().getOffset() != clock.getOffset();
      boolean works = time.contains(clock.toInstant());
      if (!second) {
        assertThat(works).as(clock + " in " + week).isEqualTo(onTheWall(week, clock));
      }
      minutes += works ? 1 : 0;
    }
    assertThat(time.between(from, from.plus(Duration.ofDays(2)))).hasMinutes(minutes);
  }

  @Provide
  Arbitrary<WorkingTime> times() {
    return Combinators.combine(Arbitraries.of(ZONES), weeks())
        .as(
            (zone, week) ->
                WorkingTime.of(ZoneId.of(zone), week, WorkingTimePropertyTests::everyFifthDay));
  }

  @Provide
  Arbitrary<Map<DayOfWeek, List<Hours>>> weeks() {
    Arbitrary<List<Hours>> day =
        Arbitraries.integers().between(0, 1440).set().ofMaxSize(6).map(this::pairs);
    return Arbitraries.maps(Arbitraries.of(DayOfWeek.class), day)
        .ofMinSize(1)
        .map(
            week -> {
              Map<DayOfWeek, List<Hours>> copy = new EnumMap<>(week);
              // A week of minutes would not hold what is added within the years that are looked at.
              copy.put(DayOfWeek.TUESDAY, List.of(Hours.of("10:00-11:00")));
              return copy;
            });
  }

  /** Whole minutes around the days on which clocks change, and around any others. */
  @Provide
  Arbitrary<Instant> moments() {
    Arbitrary<LocalDate> days =
        Arbitraries.oneOf(
            Arbitraries.of(
                LocalDate.of(2026, 3, 28),
                LocalDate.of(2026, 10, 24),
                LocalDate.of(2026, 3, 7),
                LocalDate.of(2026, 10, 31),
                LocalDate.of(2026, 4, 4),
                LocalDate.of(2026, 9, 5),
                LocalDate.of(2011, 12, 29)),
            Arbitraries.integers().between(0, 2000).map(LocalDate.of(2024, 1, 1)::plusDays));
    return Combinators.combine(days, Arbitraries.integers().between(0, 2 * 1440))
        .as(
            (day, minute) ->
                day.atTime(LocalTime.MIDNIGHT)
                    .atZone(ZoneId.of("UTC"))
                    .plusMinutes(minute)
                    .toInstant());
  }

  private List<Hours> pairs(Set<Integer> minutes) {
    List<Integer> sorted = minutes.stream().sorted(Comparator.naturalOrder()).toList();
    var hours = new ArrayList<Hours>();
    for (int place = 0; place + 1 < sorted.size(); place += 2) {
      hours.add(new Hours(sorted.get(place), sorted.get(place + 1)));
    }
    return hours;
  }

  private static boolean onTheWall(Map<DayOfWeek, List<Hours>> week, ZonedDateTime clock) {
    int minute = clock.getHour() * 60 + clock.getMinute();
    return !everyFifthDay(clock.toLocalDate())
        && week.getOrDefault(clock.getDayOfWeek(), List.of()).stream()
            .anyMatch(hours -> hours.begin() <= minute && minute < hours.end());
  }

  private static boolean everyFifthDay(LocalDate day) {
    return day.toEpochDay() % 5 == 0;
  }
}
