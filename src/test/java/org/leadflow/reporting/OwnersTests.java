package org.leadflow.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadflow.organization.Database;
import org.leadflow.organization.Role;
import org.leadflow.reporting.Report.Line;

/** A person is in the same team in every report, in whatever order his database puts texts. */
class OwnersTests {

  @ParameterizedTest
  @EnumSource(Database.class)
  void ofSeveralTeamsTheFirstByIdCounts(Database database) {
    Clock clock = Clock.fixed(RandomHistory.NOW, ZoneOffset.UTC);
    try (var reporting = new Reporting(database, clock)) {
      new RandomHistory(reporting.jdbc, 3).people();
      if (database == Database.POSTGRESQL) {
        sql(
            reporting,
            "ALTER TABLE team_member ALTER COLUMN team_id TYPE varchar(64) COLLATE \"en-x-icu\"");
      }
      sql(reporting, "INSERT INTO team (id, name, business_unit_id) VALUES ('a_a', 'A', 'dach')");
      sql(reporting, "INSERT INTO team (id, name, business_unit_id) VALUES ('a-b', 'B', 'dach')");
      sql(reporting, "INSERT INTO team_member (user_id, team_id) VALUES ('dora', 'a_a')");
      sql(reporting, "INSERT INTO team_member (user_id, team_id) VALUES ('dora', 'a-b')");
      lateByDora(reporting);
      reporting.logIn(Reporting.somebody("ada", "root", null, Set.of(), Role.ADMINISTRATOR));

      Report report =
          reporting
              .the(DeadlineReport.class)
              .of(reporting.filter("2026-11-01", "2026-11-20", "team", null, null), 10);

      assertThat(report.tables().get(0).lines()).extracting(Line::key).containsExactly("a-b");
      assertThat(reporting.the(Owners.class).asked().teamOf("dora")).isEqualTo("a-b");
    }
  }

  private static void lateByDora(Reporting reporting) {
    var lead = UUID.randomUUID();
    reporting
        .jdbc
        .sql(
            """
            INSERT INTO lead (lead_id, version, subject, last_name, state_code, status_code, owner_user,
              owning_business_unit, intake_channel, assignment_version, routing_hops, created_on, created_by, modified_on, modified_by,
              trail_length, trail_hash)
            VALUES (?, 0, 'x', 'x', 0, 1, 'dora', 'dach', 'API', 0, 0, ?, 'x', ?, 'x', 1, 'x')
            """)
        .params(lead, now(), now())
        .update();
    reporting
        .jdbc
        .sql(
            """
            INSERT INTO deadline_event (event_id, lead_id, deadline, what, happened_on, owner_user, owning_business_unit)
            VALUES (?, ?, 'NEXT_STEP', 'MISSED', ?, 'dora', 'dach')
            """)
        .params(UUID.randomUUID(), lead, now())
        .update();
  }

  private static Object now() {
    return RandomHistory.NOW.minusSeconds(60).atOffset(ZoneOffset.UTC);
  }

  private static void sql(Reporting reporting, String statement) {
    reporting.jdbc.sql(statement).update();
  }
}
