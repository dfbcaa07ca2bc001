package org.leadflow.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadflow.core.FieldFault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

/** Who is away when, on both databases. */
class AbsencesTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @ParameterizedTest
  @EnumSource
  void whoIsAbsentTomorrowGetsNothingTomorrowAndIsBackTheDayAfter(Database database) {
    try (Node node = node(database)) {
      LocalDate tomorrow = TODAY.plusDays(1);
      assertThat(enter(node, "anna", tomorrow, tomorrow, null).faults()).isEmpty();

      assertThat(away(node, "2026-11-23T23:59:59+01:00")).isEmpty();
      assertThat(away(node, "2026-11-24T00:00:00+01:00")).containsOnlyKeys("anna");
      assertThat(away(node, "2026-11-24T23:59:59+01:00")).containsOnlyKeys("anna");
      assertThat(away(node, "2026-11-25T00:00:00+01:00")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDayIsADayWhereThePersonIs(Database database) {
    try (Node node = node(database)) {
      enter(node, "anna", TODAY, TODAY, null);
      enter(node, "james", TODAY, TODAY, null);

      assertThat(away(node, "2026-11-22T23:30:00Z")).containsOnlyKeys("anna");
      assertThat(away(node, "2026-11-23T12:00:00Z")).containsOnlyKeys("anna", "james");
      assertThat(away(node, "2026-11-24T03:00:00Z")).containsOnlyKeys("james");
      Absence absence = away(node, "2026-11-24T03:00:00Z").get("james");
      assertThat(absence.until()).isEqualTo(Instant.parse("2026-11-24T05:00:00Z"));
      assertThat(absence.toString()).doesNotContain("flu");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyMistakeIsNamed(Database database) {
    try (Node node = node(database)) {
      node.changes().deactivate("luca");
      enter(node, "kim", TODAY, TODAY.plusDays(9), "anna");

      assertThat(fields(enter(node, "nobody", TODAY, TODAY, null))).containsExactly("user");
      assertThat(fields(enter(node, "anna", TODAY, TODAY.minusDays(1), "anna")))
          .containsExactly("until", "substitute", "until");
      assertThat(fields(enter(node, "anna", TODAY.minusDays(9), TODAY.minusDays(2), null)))
          .containsExactly("until");
      assertThat(fields(enter(node, "anna", TODAY, TODAY.plusYears(9), null)))
          .containsExactly("until");
      assertThat(fields(enter(node, "anna", TODAY, TODAY, "luca"))).containsExactly("substitute");
      assertThat(fields(enter(node, "anna", TODAY, TODAY, "nobody"))).containsExactly("substitute");
      assertThat(fields(enter(node, "anna", TODAY, TODAY, "not an id")))
          .containsExactly("substitute");
      assertThat(fields(enter(node, "kim", TODAY.plusDays(9), TODAY.plusDays(12), null)))
          .containsExactly("from");
      assertThat(enter(node, "kim", TODAY.plusDays(10), TODAY.plusDays(12), null).faults())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void substitutesNeverLeadBackToWhoIsAway(Database database) {
    try (Node node = node(database)) {
      enter(node, "anna", TODAY, TODAY.plusDays(5), "kim");
      enter(node, "kim", TODAY.plusDays(3), TODAY.plusDays(9), "james");

      assertThat(fields(enter(node, "james", TODAY.plusDays(4), TODAY.plusDays(4), "anna")))
          .containsExactly("substitute");
      assertThat(fields(enter(node, "james", TODAY.plusDays(4), TODAY.plusDays(4), "kim")))
          .containsExactly("substitute");
      assertThat(enter(node, "james", TODAY.plusDays(11), TODAY.plusDays(12), "anna").faults())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsCanceledStaysOnRecordAndIsToldOnce(Database database) {
    try (Node node = node(database)) {
      StoredAbsence entered = enter(node, "anna", TODAY, TODAY.plusDays(3), "kim").entered();
      var changes = node.get(AbsenceChanges.class);

      changes.cancel(entered.absenceId(), "mona");
      StoredAbsence canceled = changes.cancel(entered.absenceId(), "otto").orElseThrow();

      assertThat(canceled.canceledBy()).isEqualTo("mona");
      assertThat(canceled.enteredBy()).isEqualTo("mona");
      assertThat(away(node, "2026-11-23T12:00:00Z")).isEmpty();
      assertThat(changes.cancel(UUID.randomUUID(), "mona")).isEmpty();
      assertThat(enter(node, "anna", TODAY, TODAY, null).faults()).isEmpty();
      assertThat(node.get(Heard.class).events)
          .extracting(event -> event.getClass().getSimpleName())
          .containsExactly("AbsenceEntered", "AbsenceCanceled", "AbsenceEntered");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAbsenceFromAFileIsToldLikeOneThatIsEntered(Database database) {
    try (Node node = node(database)) {
      StoredAbsence entered = enter(node, "anna", TODAY, TODAY.plusDays(3), "kim").entered();
      OrganizationFile file = node.get(OrganizationImport.class).export();
      node.get(AbsenceChanges.class).cancel(entered.absenceId(), "mona");
      node.get(Heard.class).events.clear();

      node.get(OrganizationImport.class).put(file);
      node.get(OrganizationImport.class).put(file);

      assertThat(node.get(Heard.class).events)
          .singleElement()
          .isInstanceOfSatisfying(
              AbsenceEntered.class,
              told -> {
                assertThat(told.absence().userId()).isEqualTo("anna");
                assertThat(told.absence().from())
                    .isEqualTo(entered.in(ZoneId.of("Europe/Berlin")).from());
                assertThat(away(node, "2026-11-24T12:00:00Z").get("anna"))
                    .isEqualTo(told.absence());
              });
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPersonWorksByHisOwnCalendarElseByThatOfTheNearestUnit(Database database) {
    try (Node node = node(database)) {
      var calendars = node.get(Calendars.class);
      node.changes().save(new BusinessUnit("texas", "Texas", "americas"));
      node.changes().save(user("tom", "texas"));
      node.changes().save(user("rita", "root"));

      assertThat(calendars.of("tom").zone().getId()).isEqualTo("America/New_York");
      assertThat(calendars.of("rita")).isSameAs(WorkingTime.ALWAYS);
      assertThat(calendars.of("nobody")).isSameAs(WorkingTime.ALWAYS);
      assertThat(calendars.of(List.of("anna", "james"))).hasSize(2);

      node.get(CalendarChanges.class).setOfUser("tom", "berlin");
      assertThat(calendars.of("tom").zone().getId()).isEqualTo("Europe/Berlin");
      node.get(CalendarChanges.class).setOfUser("tom", null);
      assertThat(calendars.of("tom").zone().getId()).isEqualTo("America/New_York");
      assertThat(node.get(CalendarChanges.class).delete("berlin")).isEqualTo(1);
      node.get(CalendarChanges.class).setOfUnit("root", "berlin");
      assertThat(calendars.of("rita").contains(Instant.parse("2026-11-23T08:00:00Z"))).isTrue();
      assertThat(calendars.of("rita").contains(Instant.parse("2026-12-25T08:00:00Z"))).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void skillsAreWhatTheyWereSetTo(Database database) {
    try (Node node = node(database)) {
      var people = node.get(PeopleChanges.class);
      people.setSkills("anna", Set.of(new Skill("language", "de"), new Skill("language", "en")));
      people.setSkills("anna", Set.of(new Skill("language", "de"), new Skill("product", "CRM")));

      assertThat(node.get(Skills.class).of(List.of("anna", "kim")))
          .isEqualTo(
              Map.of(
                  "anna",
                  Set.of(new Skill("language", "de"), new Skill("product", "CRM")),
                  "kim",
                  Set.of()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // user, team, whether he manages it
    "ada, sales, true",
    "otto, sales, true",
    "mona, sales, true",
    "mona, east-coast, false",
    "anna, sales, true",
    "anna, east-coast, false",
    "kim, sales, false",
    "luca, nordwind-sales, true",
    "luca, sales, false",
    "mona, nordwind-sales, true",
    "nobody, sales, false",
    "ada, nowhere, false"
  })
  void aTeamIsManagedByThoseNamedAndByThoseAboveIt(String user, String team, boolean manages) {
    try (Node node = node(Database.H2)) {
      assertThat(node.get(TeamManagers.class).manages(user, team)).isEqualTo(manages);
      node.changes().deactivate(user);
      assertThat(node.get(TeamManagers.class).manages(user, team)).isFalse();
    }
  }

  private static Node node(Database database) {
    Node node =
        Node.on(
            database.create(),
            Calendars.class,
            CalendarChanges.class,
            Absences.class,
            AbsenceChanges.class,
            OrganizationState.class,
            OrganizationRows.class,
            OrganizationImport.class,
            RootReplacement.class,
            Currencies.class,
            CurrencyChanges.class,
            PeopleChanges.class,
            Skills.class,
            TeamManagers.class,
            Heard.class,
            Monday.class);
    var week = WorkingTimeTests.weekdays("09:00-17:00");
    var changes = node.get(CalendarChanges.class);
    changes.save(
        new WorkingCalendar("berlin", "Berlin", "Europe/Berlin", "de", week, new TreeSet<>()));
    changes.save(
        new WorkingCalendar("ny", "New York", "America/New_York", "us", week, new TreeSet<>()));
    node.changes().save(new BusinessUnit("emea", "Europe", "root"));
    node.changes().save(new BusinessUnit("americas", "Americas", "root"));
    node.changes().save(new ChannelPartner("nordwind", "Nordwind", "emea"));
    changes.setOfUnit("emea", "berlin");
    changes.setOfUnit("americas", "ny");
    node.changes().save(new Team("sales", "Sales", "emea", null));
    node.changes().save(new Team("east-coast", "East coast", "americas", null));
    node.changes().save(new Team("nordwind-sales", "Nordwind", "emea", "nordwind"));
    for (String id : List.of("anna", "kim")) {
      node.changes().save(user(id, "emea"));
    }
    node.changes().save(user("james", "americas"));
    save(node, "luca", "nordwind", Role.MANAGER);
    save(node, "mona", null, Role.MANAGER);
    save(node, "otto", null, Role.OPERATOR);
    save(node, "ada", null, Role.ADMINISTRATOR);
    node.get(PeopleChanges.class).name("anna", "sales");
    return node;
  }

  private static void save(Node node, String id, String partner, Role role) {
    node.changes().save(new User(id, id, null, "emea", partner, Set.of(role), true));
  }

  private static User user(String id, String unit) {
    return new User(id, id, null, unit, null, Set.of(Role.SELLER), true);
  }

  private static AbsenceChanges.Answer enter(
      Node node, String user, LocalDate from, LocalDate until, String substitute) {
    return node.get(AbsenceChanges.class).enter(user, from, until, substitute, "flu", "mona");
  }

  private static List<String> fields(AbsenceChanges.Answer answer) {
    assertThat(answer.entered()).isNull();
    return answer.faults().stream().map(FieldFault::field).toList();
  }

  private static Map<String, Absence> away(Node node, String moment) {
    return node.get(Absences.class)
        .at(List.of("anna", "kim", "james"), OffsetDateTime.parse(moment).toInstant());
  }

  static class Monday {

    @Bean
    Clock clock() {
      return Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
    }
  }

  static class Heard {

    final List<Object> events = new ArrayList<>();

    @EventListener
    void on(AbsenceEntered event) {
      events.add(event);
    }

    @EventListener
    void on(AbsenceCanceled event) {
      events.add(event);
    }
  }
}
