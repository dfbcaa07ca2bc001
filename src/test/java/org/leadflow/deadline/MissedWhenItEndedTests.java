package org.leadflow.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadflow.core.Ids;
import org.leadflow.organization.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was stored before a deadline that ended too late was missed, too, is put right. */
class MissedWhenItEndedTests {

  private JdbcClient jdbc;

  @ParameterizedTest
  @EnumSource(Database.class)
  void whatEndedTooLateWasMissedOnce(Database database) {
    String url = database.create();
    try (HikariDataSource source = Database.migrated(url, "66")) {
      jdbc = JdbcClient.create(source);
      UUID never = lead();
      event(never, "FIRST_RESPONSE", "LATE", 5);
      UUID noted = lead();
      event(noted, "FIRST_RESPONSE", "MISSED", 4);
      event(noted, "FIRST_RESPONSE", "LATE", 5);
      UUID waited = lead();
      event(waited, "QUALIFICATION", "MISSED", 4);
      event(waited, "NEXT_STEP", "WAITING", 5);
      event(waited, "QUALIFICATION", "LATE", 9);
      UUID rerouted = lead();
      event(rerouted, "QUALIFICATION", "MISSED", 4);
      event(rerouted, "QUALIFICATION", "REROUTED", 4);
      event(rerouted, "QUALIFICATION", "LATE", 9);
      UUID steps = lead();
      event(steps, "NEXT_STEP", "MISSED", 4);
      event(steps, "NEXT_STEP", "LATE", 5);
      event(steps, "NEXT_STEP", "LATE", 9);
      UUID handedOver = lead();
      event(handedOver, "FIRST_RESPONSE", "MISSED", 4);
      assigned(handedOver, 5);
      event(handedOver, "FIRST_RESPONSE", "LATE", 9);
      UUID again = lead();
      event(again, "FIRST_RESPONSE", "LATE", 5);
      event(again, "FIRST_RESPONSE", "LATE", 9);
      UUID offered = lead();
      offered(offered, 4, 9);
      event(offered, "FIRST_RESPONSE", "LATE", 8);
      event(offered, "QUALIFICATION", "MET", 8);

      Database.migrated(url).close();

      assertThat(of(never)).containsExactly("MISSED", "LATE");
      assertThat(of(noted)).containsExactly("MISSED", "LATE");
      assertThat(of(waited)).containsExactly("MISSED", "WAITING", "LATE");
      assertThat(of(rerouted)).containsExactly("MISSED", "REROUTED", "MISSED", "LATE");
      assertThat(of(steps)).containsExactly("MISSED", "LATE", "MISSED", "LATE");
      assertThat(of(handedOver)).containsExactly("MISSED", "MISSED", "LATE");
      assertThat(of(again)).containsExactly("MISSED", "LATE", "LATE");
      assertThat(of(offered)).isEmpty();
      assertThat(new DeadlineEvents(jdbc).of(never))
          .extracting(DeadlineEvent::dueOn)
          .containsOnly(at(4).toInstant());
    }
  }

  private List<String> of(UUID lead) {
    return new DeadlineEvents(jdbc).of(lead).stream().map(event -> event.what().name()).toList();
  }

  private UUID lead() {
    UUID lead = Ids.next();
    jdbc.sql(
            """
            INSERT INTO lead (lead_id, version, subject, last_name, state_code, status_code, owner_team,
              owning_business_unit, intake_channel, assignment_version, routing_hops, created_on, created_by, modified_on, modified_by,
              trail_length, trail_hash)
            VALUES (?, 0, 'x', 'x', 0, 1, 'triage', 'root', 'API', 0, 0, ?, 'x', ?, 'x', 1, 'x')
            """)
        .params(lead, at(1), at(1))
        .update();
    assigned(lead, 1);
    return lead;
  }

  private void assigned(UUID lead, int hour) {
    jdbc.sql(
            """
            INSERT INTO lead_audit (lead_id, seq, at, actor, door, action, state_code, status_code, owner_team, hash)
            VALUES (?, ?, ?, 'x', 'API', 'ASSIGNED', 0, 1, 'triage', ?)
            """)
        .params(lead, hour, at(hour), lead + "-" + hour)
        .update();
  }

  private void event(UUID lead, String deadline, String what, int hour) {
    jdbc.sql(
            """
            INSERT INTO deadline_event (event_id, lead_id, deadline, what, happened_on, due_on, owner_team,
              owning_business_unit)
            VALUES (?, ?, ?, ?, ?, ?, 'triage', 'root')
            """)
        .params(Ids.next(), lead, deadline, what, at(hour), at(hour - 1))
        .update();
  }

  private void offered(UUID lead, int from, int until) {
    jdbc.sql("INSERT INTO channel_partner (id, name, business_unit_id) VALUES ('p', 'P', 'root')")
        .update();
    jdbc.sql(
            """
            INSERT INTO lead_offer (offer_id, lead_id, partner_id, user_id, state, offered_on, lapses_on, answered_on)
            VALUES (?, ?, 'p', 'x', 'WITHDRAWN', ?, ?, ?)
            """)
        .params(Ids.next(), lead, at(from), at(from + 9), at(until))
        .update();
  }

  private static OffsetDateTime at(int hour) {
    return Instant.parse("2026-11-20T00:00:00Z").atOffset(ZoneOffset.UTC).plusHours(hour);
  }
}
