package org.leadflow.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leadflow.core.Ids;
import org.leadflow.core.RecordShape;
import org.leadflow.lead.Lead;
import org.leadflow.organization.Hours;
import org.leadflow.organization.WorkingTime;

/** Deadlines in Berlin, where people work on weekdays from nine to five and 8 January is free. */
class DeadlinesTests {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final WorkingTime OFFICE =
      office("09:00-17:00", DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private static final Allowance RESPONSE =
      new Allowance(null, null, null, Deadline.FIRST_RESPONSE, hours(1), hours(2), hours(4));
  private static final Allowance STEP =
      new Allowance(null, null, null, Deadline.NEXT_STEP, hours(7), hours(8), null);
  private static final Allowance QUALIFICATION =
      new Allowance(null, null, null, Deadline.QUALIFICATION, null, hours(16), null);

  @Test
  void overAWeekendNoTimePasses() {
    Running running = of(RESPONSE, lead("2026-12-04T16:30", null), List.of(), OFFICE);

    assertThat(running.remindOn()).isEqualTo(at("2026-12-07T09:30"));
    assertThat(running.dueOn()).isEqualTo(at("2026-12-07T10:30"));
    assertThat(running.rerouteOn()).isEqualTo(at("2026-12-07T12:30"));
  }

  @Test
  void aLeadThatComesOnAHolidayBeginsToCountWhenWorkBegins() {
    assertThat(of(RESPONSE, lead("2027-01-08T10:00", null), List.of(), OFFICE).dueOn())
        .isEqualTo(at("2027-01-11T11:00"));
  }

  @Test
  void inTheNightInWhichTheClocksGoForwardAnHourIsMissing() {
    WorkingTime night = office("00:00-24:00", DayOfWeek.MONDAY, DayOfWeek.SUNDAY);

    Running running = of(RESPONSE, lead("2027-03-28T01:30", null), List.of(), night);

    assertThat(running.dueOn()).isEqualTo(at("2027-03-28T04:30"));
  }

  @Test
  void inTheNightInWhichTheyGoBackAnHourComesTwice() {
    WorkingTime night = office("00:00-24:00", DayOfWeek.MONDAY, DayOfWeek.SUNDAY);

    Running running = of(RESPONSE, lead("2026-10-25T01:30", null), List.of(), night);

    assertThat(running.dueOn()).isEqualTo(at("2026-10-25T01:30").plus(hours(2)));
    assertThat(running.dueOn()).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
  }

  @Test
  void acrossAClockChangeAWorkingDayStaysAWorkingDay() {
    assertThat(of(STEP, lead("2026-10-23T09:00", "2026-10-23T12:00"), List.of(), OFFICE).dueOn())
        .isEqualTo(at("2026-10-26T12:00"));
  }

  @Test
  void whatWasNotedIsNotNotedAgain() {
    List<DeadlineEvent> events =
        List.of(event(Deadline.FIRST_RESPONSE, Happened.REMINDED, "2026-12-07T09:30", null));

    Running running = of(RESPONSE, lead("2026-12-04T16:30", null), events, OFFICE);

    assertThat(running.remindOn()).isNull();
    assertThat(running.missOn()).isEqualTo(running.dueOn());
  }

  @Test
  void whatWasMissedAsItBeganWasTheOneBefore() {
    List<DeadlineEvent> events =
        List.of(
            event(Deadline.NEXT_STEP, Happened.MISSED, "2026-12-07T09:30", null),
            event(Deadline.NEXT_STEP, Happened.LATE, "2026-12-07T09:30", null));

    Running running = of(STEP, lead("2026-12-01T09:00", "2026-12-01T12:00"), events, OFFICE);

    assertThat(running.begunOn()).isEqualTo(at("2026-12-07T09:30"));
    assertThat(running.missed()).isFalse();
  }

  @Test
  void theNextStepIsCountedFromTheDayUntilWhichTheCustomerHasTime() {
    List<DeadlineEvent> events =
        List.of(
            event(Deadline.FIRST_RESPONSE, Happened.MET, "2026-12-01T12:00", null),
            event(Deadline.NEXT_STEP, Happened.WAITING, "2026-12-01T12:00", "2026-12-10T00:00"));

    Running running = of(STEP, lead("2026-12-01T09:00", "2026-12-01T12:00"), events, OFFICE);

    assertThat(running.begunOn()).isEqualTo(at("2026-12-10T00:00"));
    assertThat(running.dueOn()).isEqualTo(at("2026-12-10T17:00"));
  }

  @Test
  void theQualificationIsDueLaterByTheWorkingTimeThatTheCustomerAskedFor() {
    Lead lead = lead("2026-12-01T09:00", "2026-12-01T12:00");
    DeadlineEvent waits =
        event(Deadline.NEXT_STEP, Happened.WAITING, "2026-12-01T13:00", "2026-12-07T00:00");

    assertThat(of(QUALIFICATION, lead, List.of(), OFFICE).dueOn())
        .isEqualTo(at("2026-12-02T17:00"));
    // Four hours of Tuesday, and Wednesday to Friday; the weekend is nobody's loss.
    assertThat(of(QUALIFICATION, lead, List.of(waits), OFFICE).dueOn())
        .isEqualTo(at("2026-12-08T13:00"));
  }

  @Test
  void whoAnswersSoonerEndsThePause() {
    Lead lead = lead("2026-12-01T09:00", "2026-12-01T12:00");
    List<DeadlineEvent> events =
        List.of(
            event(Deadline.NEXT_STEP, Happened.WAITING, "2026-12-01T13:00", "2026-12-31T00:00"),
            event(Deadline.NEXT_STEP, Happened.MET, "2026-12-02T13:00", null));

    assertThat(of(QUALIFICATION, lead, events, OFFICE).dueOn()).isEqualTo(at("2026-12-03T17:00"));
    assertThat(of(STEP, lead, events, OFFICE).begunOn()).isEqualTo(at("2026-12-02T13:00"));
  }

  @Test
  void theTimetableShowsWhatComesNextOfAllDeadlines() {
    Lead lead = lead("2026-12-01T09:00", null);
    Running response = of(RESPONSE, lead, List.of(), OFFICE);
    Running qualification = of(QUALIFICATION, lead, List.of(), OFFICE);

    Timetable next = Timetable.of(List.of(response, qualification), at("2026-12-01T09:00"));

    assertThat(next.remindOn()).isEqualTo(at("2026-12-01T10:00"));
    assertThat(next.dueOn()).isEqualTo(at("2026-12-01T11:00"));
    assertThat(next.lapseOn()).isEqualTo(at("2026-12-01T13:00"));
    assertThat(next.followUpOn()).isEqualTo(next.remindOn());
    assertThat(Timetable.of(List.of(), at("2026-12-01T09:00")).lapseOn())
        .isEqualTo(Timetable.NEVER);
  }

  private static Running of(
      Allowance given, Lead lead, List<DeadlineEvent> events, WorkingTime time) {
    return Deadlines.running(given, new History(lead, events), time);
  }

  private static WorkingTime office(String hours, DayOfWeek first, DayOfWeek last) {
    var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
    Stream.of(DayOfWeek.values())
        .filter(day -> day.compareTo(first) >= 0 && day.compareTo(last) <= 0)
        .forEach(day -> week.put(day, List.of(Hours.of(hours))));
    return WorkingTime.of(BERLIN, week, LocalDate.of(2027, 1, 8)::equals);
  }

  private static DeadlineEvent event(
      Deadline deadline, Happened what, String on, @Nullable String due) {
    return new DeadlineEvent(
        Ids.next(), deadline, what, at(on), due == null ? null : at(due), "anna", null, null);
  }

  /** A lead that came in and was assigned at this time, and was contacted at the other. */
  private static Lead lead(String assigned, @Nullable String contacted) {
    Map<String, Object> known =
        contacted == null
            ? Map.of("assignedOn", at(assigned), "createdOn", at(assigned))
            : Map.of(
                "assignedOn",
                at(assigned),
                "createdOn",
                at(assigned),
                "firstRespondedOn",
                at(contacted));
    RecordShape<Lead> shape = RecordShape.of(Lead.class);
    var values = new ArrayList<@Nullable Object>();
    for (int place = 0; place < shape.names().size(); place++) {
      Object none = shape.types().get(place) == int.class ? 0 : null;
      values.add(known.getOrDefault(shape.names().get(place), none));
    }
    values.set(shape.names().indexOf("leadId"), UUID.randomUUID());
    return shape.make(values.toArray());
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }
}
