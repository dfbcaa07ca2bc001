package org.leadflow.organization;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Working time by example: what T-88, T-89 and T-90 of the acceptance tests ask for. */
class WorkingTimeTests {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void nobodySaidAnythingMeansAlways() {
    Instant moment = Instant.parse("2026-12-25T03:00:00Z");

    assertThat(WorkingTime.ALWAYS.contains(moment)).isTrue();
    assertThat(WorkingTime.ALWAYS.next(moment)).contains(moment);
    assertThat(WorkingTime.ALWAYS.plus(moment, Duration.ofHours(30)))
        .contains(moment.plus(Duration.ofHours(30)));
    assertThat(WorkingTime.ALWAYS.between(moment, moment.plusSeconds(61)))
        .isEqualTo(Duration.ofSeconds(61));
  }

  @ParameterizedTest
  @CsvSource({
    // what arrives at night, at lunch, on a holiday or at the weekend starts when work starts
    // (T-90)
    "2026-11-23T09:00:00+01:00, 2026-11-23T09:00:00+01:00",
    "2026-11-23T10:15:30+01:00, 2026-11-23T10:15:30+01:00",
    "2026-11-23T12:30:00+01:00, 2026-11-23T13:30:00+01:00",
    "2026-11-23T13:00:00+01:00, 2026-11-23T13:30:00+01:00",
    "2026-11-23T03:00:00+01:00, 2026-11-23T09:00:00+01:00",
    "2026-11-23T18:00:00+01:00, 2026-11-24T09:00:00+01:00",
    "2026-11-20T17:59:59+01:00, 2026-11-20T17:59:59+01:00",
    "2026-11-20T18:00:00+01:00, 2026-11-23T09:00:00+01:00",
    "2026-11-21T12:00:00+01:00, 2026-11-23T09:00:00+01:00",
    "2026-12-24T18:30:00+01:00, 2026-12-28T09:00:00+01:00",
    "2026-12-31T10:00:00+01:00, 2027-01-04T09:00:00+01:00",
    // Epiphany is free in Bavaria
    "2027-01-06T10:00:00+01:00, 2027-01-07T09:00:00+01:00"
  })
  void workStartsWhenThePersonsDayStarts(String arrives, String starts) {
    Instant from = moment(arrives);
    assertThat(bavarian().next(from)).contains(moment(starts));
    assertThat(bavarian().contains(from)).isEqualTo(arrives.equals(starts));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T09:00:00+01:00, PT3H30M, 2026-11-23T12:30:00+01:00",
    "2026-11-23T09:00:00+01:00, PT3H31M, 2026-11-23T13:31:00+01:00",
    "2026-11-23T09:00:00+01:00, PT8H,    2026-11-23T18:00:00+01:00",
    "2026-11-23T09:00:00+01:00, PT8H1S,  2026-11-24T09:00:01+01:00",
    "2026-11-20T17:00:00+01:00, PT2H,    2026-11-23T10:00:00+01:00",
    "2026-11-21T17:00:00+01:00, PT0S,    2026-11-23T09:00:00+01:00",
    "2026-12-23T17:00:00+01:00, PT9H,    2026-12-24T18:00:00+01:00",
    "2026-12-23T17:00:00+01:00, PT9H1M,  2026-12-28T09:01:00+01:00"
  })
  void aDeadlineCountsWorkingTimeOnly(String from, Duration work, String until) {
    assertThat(bavarian().plus(moment(from), work)).contains(moment(until));
  }

  @Test
  void aDayAtWorkIsAsLongAsTheClockSaysOnTheDaysTheClocksChange() {
    var nights = time("Europe/Berlin", "00:00-06:00");
    assertThat(hoursOn(nights, "2026-03-28")).isEqualTo(6);
    assertThat(hoursOn(nights, "2026-03-29")).isEqualTo(5);
    assertThat(hoursOn(nights, "2026-10-25")).isEqualTo(7);
    var days = time("Europe/Berlin", "09:00-17:00");
    assertThat(hoursOn(days, "2026-03-29")).isEqualTo(8);
    assertThat(hoursOn(days, "2026-10-25")).isEqualTo(8);
    assertThat(days.next(moment("2026-03-29T00:30:00+01:00")))
        .contains(moment("2026-03-29T09:00:00+02:00"));
  }

  @Test
  void aTimeThatTheClocksSkipIsTheMomentTheyChange() {
    var gap = time("Europe/Berlin", "02:15-02:45");
    assertThat(hoursOn(gap, "2026-03-29")).isZero();
    assertThat(gap.next(moment("2026-03-29T01:59:00+01:00")))
        .contains(moment("2026-03-30T02:15:00+02:00"));
    var over = time("Europe/Berlin", "01:30-02:30");
    assertThat(
            over.between(moment("2026-03-29T00:00:00+01:00"), moment("2026-03-29T12:00:00+02:00")))
        .isEqualTo(Duration.ofMinutes(30));
  }

  @ParameterizedTest
  @CsvSource({
    // clocks that change at midnight, a change of half an hour, and a day that never was
    "America/Santiago, 2026-04-04, 25",
    "America/Santiago, 2026-09-06, 23",
    "Australia/Lord_Howe, 2026-04-05, 24",
    "Pacific/Apia, 2011-12-30, 0",
    "Pacific/Apia, 2011-12-31, 24",
    "Asia/Kathmandu, 2026-01-01, 24"
  })
  void aDayAroundTheClockIsWholeInEveryZone(String zone, LocalDate day, long hours) {
    assertThat(hoursOn(time(zone, "00:00-24:00"), day.toString())).isEqualTo(hours);
  }

  @Test
  void aLeadFromAnotherTimeZoneIsNotLateAtBirth() {
    var newYork = time("America/New_York", "09:00-17:00");
    Instant born = moment("2026-11-23T09:00:00+01:00");

    Instant due = newYork.plus(born, Duration.ofHours(2)).orElseThrow();

    assertThat(due).isEqualTo(moment("2026-11-23T11:00:00-05:00"));
    assertThat(newYork.between(born, born.plus(Duration.ofHours(6)))).isZero();
  }

  @Test
  void theCostGrowsWithDaysAndNotWithSeconds() {
    var asked = new AtomicInteger();
    var week = Map.of(MONDAY, List.of(Hours.of("09:00-12:00"), Hours.of("13:00-17:00")));
    var mondays =
        WorkingTime.of(
            BERLIN,
            week,
            day -> {
              asked.incrementAndGet();
              return false;
            });

    mondays.plus(moment("2026-11-23T09:00:00+01:00"), Duration.ofHours(70));
    assertThat(asked.get()).as("ten Mondays of 7 hours").isBetween(10, 11);

    asked.set(0);
    mondays.between(moment("2026-11-23T00:00:00+01:00"), moment("2027-11-23T00:00:00+01:00"));
    assertThat(asked.get()).isBetween(52, 54);
  }

  @Test
  void whoNeverWorksIsNeverThere() {
    for (WorkingTime never :
        List.of(
            WorkingTime.of(BERLIN, Map.of(), day -> false),
            WorkingTime.of(
                BERLIN, Map.of(MONDAY, List.of(Hours.of("09:00-10:00"))), day -> true))) {
      Instant from = Instant.parse("2026-11-23T09:00:00Z");
      assertThat(never.next(from)).isEmpty();
      assertThat(never.plus(from, Duration.ZERO)).isEmpty();
      assertThat(never.between(from, from.plus(Duration.ofDays(900)))).isZero();
      assertThat(never.contains(from)).isFalse();
    }
  }

  @Test
  void partTimePeopleWorkOnTheirWeekdaysOnly() {
    var partTime =
        WorkingTime.of(
            BERLIN,
            Map.of(
                MONDAY, List.of(Hours.of("09:00-13:00")),
                WEDNESDAY, List.of(Hours.of("09:00-13:00"))),
            day -> false);
    for (int day = 0; day < 14; day++) {
      LocalDate date = LocalDate.of(2026, 11, 23).plusDays(day);
      boolean his = Set.of(MONDAY, WEDNESDAY).contains(date.getDayOfWeek());
      assertThat(partTime.contains(date.atTime(10, 0).atZone(BERLIN).toInstant())).isEqualTo(his);
    }
  }

  @Test
  void hoursThatOverlapAreNoWorkingTime() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> time("UTC", "09:00-12:00", "11:59-13:00"));
    assertThat(hoursOn(time("UTC", "09:00-12:00", "12:00-13:00"), "2026-11-23")).isEqualTo(4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WorkingTime.ALWAYS.plus(Instant.EPOCH, Duration.ofSeconds(-1)));
  }

  @ParameterizedTest
  @CsvSource({
    "us,       2026-07-03, true",
    "us,       2027-12-31, true",
    "us-ny,    2026-11-26, true",
    "de,       2026-06-04, false",
    "de-by,    2026-06-04, true",
    "de-by,    2026-11-23, false"
  })
  void publicHolidaysAreThoseOfTheRegion(String region, LocalDate day, boolean free) {
    assertThat(HolidayRegion.of(region).orElseThrow().test(day)).isEqualTo(free);
  }

  @ParameterizedTest
  @CsvSource({"xx", "de-xx", "''", "de-", "DE-BY-", "../de", "de-by-by-by"})
  void aRegionThatNobodyKnowsIsNone(String region) {
    assertThat(HolidayRegion.of(region)).isEmpty();
  }

  private static WorkingTime bavarian() {
    var week = weekdays("13:30-18:00", "09:00-12:30");
    var newYearsEve = new TreeSet<>(Set.of(LocalDate.of(2026, 12, 31)));
    return new WorkingCalendar("by", "Bavaria", "Europe/Berlin", "de-by", week, newYearsEve)
        .workingTime();
  }

  /** The same hours from Monday to Friday. */
  static TreeMap<DayOfWeek, List<Hours>> weekdays(String... hours) {
    var week = new TreeMap<DayOfWeek, List<Hours>>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day != SATURDAY && day != SUNDAY) {
        week.put(day, List.of(hours).stream().map(Hours::of).toList());
      }
    }
    return week;
  }

  private static WorkingTime time(String zone, String... hours) {
    var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(hours).stream().map(Hours::of).toList());
    }
    return WorkingTime.of(ZoneId.of(zone), week, day -> false);
  }

  private static long hoursOn(WorkingTime time, String day) {
    LocalDate date = LocalDate.parse(day);
    Duration sum =
        time.between(
            date.atStartOfDay(time.zone()).toInstant(),
            date.plusDays(1).atStartOfDay(time.zone()).toInstant());
    assertThat(sum.toMinutes() % 30).isZero();
    return sum.toMinutes() == 24 * 60 + 30 ? 24 : sum.toHours();
  }

  private static Instant moment(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
