package org.leadflow.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.leadflow.access.Permissions;
import org.leadflow.core.Ids;
import org.leadflow.organization.Absences;
import org.leadflow.organization.Calendars;
import org.leadflow.organization.Node;
import org.leadflow.organization.Skills;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One node with this room, and the leads it gives turns for. */
final class Turns implements AutoCloseable {

  /** A Wednesday in the middle of a day, a week and a month. */
  static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

  private static final Set<String> NOBODY = Set.of();

  final Node node;

  private Turns(Node node) {
    this.node = node;
  }

  static Turns on(String url) {
    return on(url, PoolRows.class);
  }

  static Turns on(String url, Class<? extends PoolRows> rows) {
    return new Turns(
        Node.on(
            url,
            Pools.class,
            TurnsTogether.class,
            PoolPlaces.class,
            rows,
            PoolSettingsChanges.class,
            PoolSettingsRecords.class,
            PastTheTurn.class,
            Objections.class,
            LookingAround.class,
            Workload.class,
            TurnedDown.class,
            Fairness.class,
            Absences.class,
            Calendars.class,
            Skills.class,
            Permissions.class,
            Clocks.class));
  }

  /** A team with members of these ids, who have the same names. */
  Turns pool(String team, String... ids) {
    node.team(team);
    for (String id : ids) {
      node.member(id, id, team);
    }
    return this;
  }

  Turns settings(String team, PoolSettings settings) {
    node.get(PoolSettingsChanges.class).save(team, settings, null);
    return this;
  }

  Turns strategy(String team, Strategy strategy) {
    return settings(team, Given.strategy(strategy));
  }

  Turns member(String team, String user, MemberSettings settings) {
    node.get(PoolSettingsChanges.class).save(team, user, settings, null);
    return this;
  }

  Turns weight(String team, String user, int weight) {
    return member(team, user, new MemberSettings(weight, null, null, false, List.of()));
  }

  Turns capacity(String team, String user, int capacity) {
    return member(team, user, new MemberSettings(1, capacity, null, false, List.of()));
  }

  Turn next(String team) {
    return next(team, asking(UUID.randomUUID()));
  }

  Turn next(String team, Asking asking) {
    return node.inTransaction(() -> node.get(Pools.class).next(team, asking));
  }

  static Asking asking(UUID lead) {
    return new Asking(lead, NOON, NOBODY, "", Map.of());
  }

  static Asking without(String... excluded) {
    return new Asking(UUID.randomUUID(), NOON, Set.of(excluded), "", Map.of());
  }

  static Asking at(Instant now) {
    return new Asking(UUID.randomUUID(), now, NOBODY, "", Map.of());
  }

  static String winner(Turn turn) {
    return ((Turn.Taken) turn).userId();
  }

  List<String> turns(String team, int number) {
    return IntStream.range(0, number).mapToObj(i -> winner(next(team))).toList();
  }

  /** A new lead that the next of the team gets, in one transaction, as routing does it. */
  Turn assign(String team, String grade, Instant now) {
    return assign(List.of(team), grade, now);
  }

  /** The same, asking the second pool when nobody of the first is available. */
  Turn assignThere(String first, String second) {
    return assign(List.of(first, second), null, NOON);
  }

  private Turn assign(List<String> teams, String grade, Instant now) {
    UUID lead = Ids.next();
    return new TransactionTemplate(node.get(PlatformTransactionManager.class))
        .execute(
            status -> {
              lead(lead, null, grade);
              var asking = new Asking(lead, now, NOBODY, grade == null ? "" : grade, Map.of());
              Turn turn = null;
              for (String team : teams) {
                turn = node.get(Pools.class).next(team, asking);
                if (turn instanceof Turn.Taken taken) {
                  own(lead, taken.userId());
                  decided(lead, team, taken, now);
                  break;
                }
              }
              return turn;
            });
  }

  Turn assign(String team) {
    return assign(team, null, NOON);
  }

  /** An open lead of somebody. */
  UUID open(String owner, String grade) {
    UUID lead = Ids.next();
    lead(lead, owner, grade);
    return lead;
  }

  void own(UUID lead, String user) {
    node.jdbc()
        .sql("update lead set owner_user = ?, owner_team = null where lead_id = ?")
        .params(user, lead)
        .update();
  }

  void close(UUID lead) {
    node.jdbc()
        .sql("update lead set state_code = 2, status_code = 5 where lead_id = ?")
        .param(lead)
        .update();
  }

  long openLeads(String user) {
    return node.jdbc()
        .sql("select count(*) from lead where owner_user = ? and state_code = 0")
        .param(user)
        .query(Long.class)
        .single();
  }

  void away(String user, String firstDay, String lastDay, String substitute) {
    node.jdbc()
        .sql(
            """
            insert into absence (absence_id, user_id, first_day, last_day, substitute_id, entered_on, entered_by)
            values (?, ?, cast(? as date), cast(? as date), ?, current_timestamp, 'admin')
            """)
        .params(UUID.randomUUID(), user, firstDay, lastDay, substitute)
        .update();
  }

  void skill(String user, String name, String value) {
    node.jdbc()
        .sql("insert into user_skill (user_id, name, skill_value) values (?, ?, ?)")
        .params(user, name, value)
        .update();
  }

  /** Works on weekdays from nine to five in Berlin. */
  void officeHours(String user) {
    node.jdbc()
        .sql(
            """
            insert into working_calendar (id, name, time_zone) select 'office', 'Office', 'Europe/Berlin'
            from business_unit where id = 'root' and not exists (select 1 from working_calendar)
            """)
        .update();
    for (int day = 1; day <= 5; day++) {
      node.jdbc()
          .sql(
              """
              insert into working_hours (calendar_id, weekday, begin_minute, end_minute)
              select 'office', ?, 540, 1020 from business_unit where id = 'root' and not exists (
                select 1 from working_hours where weekday = ?)
              """)
          .params(day, day)
          .update();
    }
    node.jdbc().sql("update app_user set calendar_id = 'office' where id = ?").param(user).update();
  }

  private void lead(UUID lead, String owner, String grade) {
    node.jdbc()
        .sql(
            """
            insert into lead (lead_id, version, subject, last_name, state_code, status_code, owner_user, owner_team,
              owning_business_unit, intake_channel, grade, assignment_version, routing_hops, created_on, created_by,
              modified_on, modified_by, trail_length, trail_hash)
            values (?, 0, 'A lead', 'Somebody', 0, 1, ?, ?, 'root', 'API', ?, 0, 0, current_timestamp, 'test',
              current_timestamp, 'test', 0, '')
            """)
        .params(lead, owner, owner == null ? "triage" : null, grade)
        .update();
  }

  private void decided(UUID lead, String team, Turn.Taken turn, Instant now) {
    node.jdbc()
        .sql(
            """
            insert into decision (decision_id, lead_id, question, decided_on, code, sentence, owner_user, pool_id,
              explanation)
            values (?, ?, 'ROUTING', ?, 'routed', 'By turn.', ?, ?, ?)
            """)
        .params(
            Ids.next(),
            lead,
            now.atOffset(ZoneOffset.UTC),
            turn.userId(),
            team,
            Given.json(Map.of("candidates", turn.candidates(), "pool", turn.considered())))
        .update();
  }

  @Override
  public void close() {
    node.close();
  }

  static class Clocks {

    @Bean
    Clock clock() {
      return Clock.fixed(NOON, ZoneOffset.UTC);
    }
  }
}
