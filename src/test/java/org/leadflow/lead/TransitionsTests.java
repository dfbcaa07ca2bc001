package org.leadflow.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadflow.organization.Database;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database itself refuses what the state machine does not allow, whoever writes. */
class TransitionsTests {

  private static final String LEAD =
      """
      INSERT INTO lead (lead_id, version, subject, last_name, state_code, status_code, owner_team,
        owning_business_unit, intake_channel, assignment_version, routing_hops, created_on, created_by,
        modified_on, modified_by, trail_length, trail_hash)
      VALUES (?, 0, 'Pumps', 'Vogel', ?, ?, 'triage', 'root', 'API', 0, 0, CURRENT_TIMESTAMP, 'test',
        CURRENT_TIMESTAMP, 'test', 1, 'none')
      """;

  private static final List<String> ALLOWED =
      List.of(
          "NEW -> CONTACTED",
          "NEW -> QUALIFIED",
          "NEW -> LOST",
          "NEW -> CANNOT_CONTACT",
          "NEW -> NO_LONGER_INTERESTED",
          "NEW -> CANCELED",
          "NEW -> UNSOLICITED",
          "NEW -> DUPLICATE",
          "CONTACTED -> QUALIFIED",
          "CONTACTED -> LOST",
          "CONTACTED -> CANNOT_CONTACT",
          "CONTACTED -> NO_LONGER_INTERESTED",
          "CONTACTED -> CANCELED",
          "CONTACTED -> UNSOLICITED",
          "CONTACTED -> DUPLICATE",
          "QUALIFIED -> NEW",
          "LOST -> NEW",
          "CANNOT_CONTACT -> NEW",
          "NO_LONGER_INTERESTED -> NEW",
          "CANCELED -> NEW",
          "UNSOLICITED -> NEW",
          "DUPLICATE -> NEW");

  @ParameterizedTest
  @EnumSource
  void plainSqlMovesALeadOnlyAlongTheStateMachine(Database database) {
    try (HikariDataSource source = migrated(database)) {
      var jdbc = JdbcClient.create(source);
      List<String> possible = new ArrayList<>();
      for (StatusCode from : StatusCode.values()) {
        for (StatusCode to : StatusCode.values()) {
          if (from != to && moves(jdbc, lead(jdbc, from, null), to)) {
            possible.add(from + " -> " + to);
          }
        }
      }
      assertThat(possible).containsExactlyElementsOf(ALLOWED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClosedLeadBecomesOpenForTheReasonItHadOnly(Database database) {
    try (HikariDataSource source = migrated(database)) {
      var jdbc = JdbcClient.create(source);
      for (StatusCode closed : StatusCode.values()) {
        if (closed.state() != StateCode.OPEN) {
          UUID lead = lead(jdbc, closed, StatusCode.CONTACTED);

          assertThat(moves(jdbc, lead, StatusCode.NEW)).as(closed + " -> NEW").isFalse();
          assertThat(moves(jdbc, lead, StatusCode.CONTACTED)).as(closed + " back").isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aReasonOfAnotherStateIsRefused(Database database) {
    try (HikariDataSource source = migrated(database)) {
      var jdbc = JdbcClient.create(source);
      UUID lead = lead(jdbc, StatusCode.NEW, null);

      assertThatThrownBy(
              () ->
                  jdbc.sql("UPDATE lead SET state_code = 1, status_code = 4 WHERE lead_id = ?")
                      .param(lead)
                      .update())
          .isInstanceOf(DataAccessException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNeitherStateNorReasonChangesFreely(Database database) {
    try (HikariDataSource source = migrated(database)) {
      var jdbc = JdbcClient.create(source);
      for (StatusCode reason : StatusCode.values()) {
        assertThat(
                jdbc.sql("UPDATE lead SET owner_team = 'triage', version = 1 WHERE lead_id = ?")
                    .param(lead(jdbc, reason, null))
                    .update())
            .isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasClosedBeforeThisWasKeptGetsTheReasonItHadFromItsTrail(Database database) {
    try (HikariDataSource source = migrated(database, "8")) {
      var jdbc = JdbcClient.create(source);
      UUID lead = UUID.randomUUID();
      jdbc.sql(LEAD).params(lead, 1, 3).update();
      line(jdbc, lead, 1, "CREATED", StatusCode.NEW);
      line(jdbc, lead, 2, "CONTACTED", StatusCode.CONTACTED);
      line(jdbc, lead, 3, "QUALIFIED", StatusCode.QUALIFIED);
      jdbc.sql(
              """
              INSERT INTO conversion (lead_id, version, account_step, contact_step, opportunity_step, planned_on,
                planned_by, completed_on)
              VALUES (?, 0, 'SKIP', 'SKIP', 'SKIP', CURRENT_TIMESTAMP, 'anna', CURRENT_TIMESTAMP)
              """)
          .param(lead)
          .update();

      migrate(source, database, "latest");

      assertThat(jdbc.sql("SELECT reason_before_closing FROM lead").query(Integer.class).single())
          .isEqualTo(2);
      assertThat(jdbc.sql("SELECT lead_id FROM conversion").query(UUID.class).single())
          .isEqualTo(lead);
    }
  }

  private static void line(JdbcClient jdbc, UUID lead, int seq, String action, StatusCode reason) {
    jdbc.sql(
            """
            INSERT INTO lead_audit (lead_id, seq, at, actor, door, action, state_code, status_code, hash)
            VALUES (?, ?, CURRENT_TIMESTAMP, 'anna', 'API', ?, ?, ?, ?)
            """)
        .params(lead, seq, action, reason.state().code(), reason.code(), "hash " + seq)
        .update();
  }

  @Test
  void theStateMachineSaysTheSame() {
    List<String> allowed = new ArrayList<>();
    for (StatusCode from : StatusCode.values()) {
      for (StatusCode to : StatusCode.values()) {
        if (from != to && from.becomes(to, 0)) {
          allowed.add(from + " -> " + to);
        }
      }
    }
    assertThat(allowed).containsExactlyElementsOf(ALLOWED);
  }

  private static HikariDataSource migrated(Database database) {
    return migrated(database, "latest");
  }

  /** All our own tables; of the engine's only what our migrations put an index on. */
  private static HikariDataSource migrated(Database database, String target) {
    HikariDataSource source = Database.connect(database.create());
    var jdbc = JdbcClient.create(source);
    jdbc.sql("CREATE TABLE act_ru_task (parent_task_id_ varchar(64))").update();
    jdbc.sql("CREATE TABLE act_ru_job (duedate_ timestamp)").update();
    migrate(source, database, target);
    return source;
  }

  private static void migrate(HikariDataSource source, Database database, String target) {
    Flyway.configure()
        .dataSource(source)
        .locations(
            "classpath:db/migration",
            "classpath:db/vendor/" + (database == Database.H2 ? "h2" : "postgresql"))
        .target(target)
        .load()
        .migrate();
  }

  private static boolean moves(JdbcClient jdbc, UUID lead, StatusCode to) {
    try {
      jdbc.sql("UPDATE lead SET state_code = ?, status_code = ? WHERE lead_id = ?")
          .params(to.state().code(), to.code(), lead)
          .update();
      return true;
    } catch (DataAccessException refused) {
      assertThat(refused).rootCause().hasMessageContaining("does not become");
      return false;
    }
  }

  private static UUID lead(JdbcClient jdbc, StatusCode reason, @Nullable StatusCode before) {
    UUID id = UUID.randomUUID();
    jdbc.sql(LEAD).params(id, reason.state().code(), reason.code()).update();
    jdbc.sql("UPDATE lead SET reason_before_closing = ? WHERE lead_id = ?")
        .params(before == null ? null : before.code(), id)
        .update();
    return id;
  }
}
