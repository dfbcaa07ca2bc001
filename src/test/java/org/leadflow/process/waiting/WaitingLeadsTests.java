package org.leadflow.process.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.assignment.MemberSettings;
import org.leadflow.assignment.PoolSettingsChanges;
import org.leadflow.organization.AbsenceChanges;
import org.leadflow.organization.CalendarChanges;
import org.leadflow.organization.Hours;
import org.leadflow.organization.OrganizationChanges;
import org.leadflow.organization.Role;
import org.leadflow.organization.Team;
import org.leadflow.organization.User;
import org.leadflow.organization.WorkingCalendar;
import org.leadflow.rules.Target;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Leads that wait look again at once when somebody may have become available. Their timers are half
 * an hour away or more.
 */
abstract class WaitingLeadsTests extends WholeWay {

  @Autowired WakingUp waking;
  @Autowired OrganizationChanges changes;
  @Autowired PoolSettingsChanges pools;
  @Autowired AbsenceChanges absences;
  @Autowired CalendarChanges calendars;

  private String team;
  private String ada;

  @BeforeEach
  void aTeamOfOneThatLetsLeadsWait() {
    team = "team-" + unlikeAnyOther();
    ada = "ada-" + unlikeAnyOther();
    changes.save(new Team(team, "One", "emea", null));
    changes.save(new User(ada, ada, null, "emea", null, Set.of(Role.SELLER), true));
    changes.setPassword(ada, PASSWORD);
    changes.join(ada, team);
    jdbc.sql("UPDATE pool SET nobody = 'WAIT', version = version + 1 WHERE team_id = ?")
        .param(team)
        .update();
    rules.answer("routing/units/emea", Target.team(team, 1));
  }

  @AfterEach
  void nobodyIsLeftWaiting() {
    capacity(100);
    pools.pause(team, true, null);
  }

  @Test
  void whenThePoolIsResumed() {
    pools.pause(team, true, null);
    UUID lead = waiting("pool-paused");

    pools.pause(team, false, null);

    assertThat(ownerOf(lead)).isEqualTo(ada);
  }

  @Test
  void whenACapacityIsRaised() {
    capacity(0);
    UUID lead = waiting("no-capacity");

    capacity(1);

    assertThat(ownerOf(lead)).isEqualTo(ada);
  }

  @Test
  void whenSomebodyJoins() {
    changes.leave(ada, team);
    UUID lead = waiting("pool-empty");

    changes.join(ada, team);

    assertThat(ownerOf(lead)).isEqualTo(ada);
  }

  @Test
  void whenAnAbsenceIsCanceled() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    UUID absence =
        absences
            .enter(ada, today.minusDays(1), today.plusDays(1), null, null, "admin")
            .entered()
            .absenceId();
    UUID lead = waiting("absent");

    absences.cancel(absence, "admin");

    assertThat(ownerOf(lead)).isEqualTo(ada);
  }

  @Test
  void whenACalendarChanges() {
    String calendar = "calendar-" + unlikeAnyOther();
    DayOfWeek another = LocalDate.now(ZoneOffset.UTC).plusDays(2).getDayOfWeek();
    calendars.save(calendar(calendar, List.of(another)));
    calendars.setOfUser(ada, calendar);
    jdbc.sql("UPDATE pool SET hours_ahead = 0, version = version + 1 WHERE team_id = ?")
        .param(team)
        .update();
    UUID lead = waiting("out-of-hours");

    calendars.save(calendar(calendar, List.of(DayOfWeek.values())));

    assertThat(ownerOf(lead)).isEqualTo(ada);
  }

  private static WorkingCalendar calendar(String id, List<DayOfWeek> days) {
    var week = new TreeMap<DayOfWeek, List<Hours>>();
    days.forEach(day -> week.put(day, List.of(new Hours(0, 1440))));
    return new WorkingCalendar(id, id, "UTC", null, week, new TreeSet<>());
  }

  @Test
  void whenALeadIsClosedTheOneThatWaitedLongestAndNoOther() {
    capacity(1);
    // What the setting up changed would wake everybody else later, in any order.
    waking.wake();
    UUID first = sent(aGermanLead());
    assertThat(ownerOf(first)).isEqualTo(ada);
    UUID second = waiting("no-capacity");
    UUID third = waiting("no-capacity");

    assertThat(
            as(ada).post("/api/leads/" + first + "/disqualify", Map.of("statusCode", 5)).status())
        .isEqualTo(200);

    assertThat(ownerOf(second)).isEqualTo(ada);
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(6))
        .untilAsserted(() -> assertThat(lead(third).text("ownerId")).isEqualTo(team));
    // Who took the second one may have room for more: that is asked once, and not each time again.
    assertThat(waits(third)).isLessThanOrEqualTo(2);
  }

  @Test
  void moreThanAreWokenAtATimeFollowAsTheyAreTaken() {
    pools.pause(team, true, null);
    List<UUID> leads = IntStream.range(0, 23).mapToObj(i -> sent(aGermanLead())).toList();
    leads.forEach(this::awaitWaiting);

    pools.pause(team, false, null);

    leads.forEach(lead -> assertThat(ownerOf(lead)).isEqualTo(ada));
  }

  private void capacity(int capacity) {
    pools.save(team, ada, new MemberSettings(1, capacity, null, false, List.of()), null);
  }

  private UUID waiting(String code) {
    UUID lead = sent(aGermanLead());
    awaitWaiting(lead);
    assertThat(decisions(lead).get(0).get("code").asText()).isEqualTo(code);
    return lead;
  }

  private void awaitWaiting(UUID lead) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(waits(lead)).isPositive());
  }

  private long waits(UUID lead) {
    return decisions(lead).findValuesAsText("outcome").stream().filter("WAITS"::equals).count();
  }

  private JsonNode decisions(UUID lead) {
    return as("admin").get("/api/leads/" + lead + "/decisions").body();
  }
}
