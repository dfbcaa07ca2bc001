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

  /** All our own tables; of the engine's only what our migrations put an index on. */
  private static HikariDataSource migrated(Database database) {
    HikariDataSource source = Database.connect(database.create());
    var jdbc = JdbcClient.create(source);
    jdbc.sql("CREATE TABLE act_ru_task (parent_task_id_ varchar(64))").update();
    jdbc.sql("CREATE TABLE act_ru_job (duedate_ timestamp)").update();
    Flyway.configure()
        .dataSource(source)
        .locations(
            "classpath:db/migration",
            "classpath:db/vendor/" + (database == Database.H2 ? "h2" : "postgresql"))
        .load()
        .migrate();
    return source;
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
    jdbc.sql(
            """
            INSERT INTO lead (lead_id, version, subject, last_name, state_code, status_code, reason_before_closing,
              owner_team, owning_business_unit, intake_channel, assignment_version, routing_hops, created_on,
              created_by, modified_on, modified_by, trail_length, trail_hash)
            VALUES (?, 0, 'Pumps', 'Vogel', ?, ?, ?, 'triage', 'root', 'API', 0, 0, CURRENT_TIMESTAMP, 'test',
              CURRENT_TIMESTAMP, 'test', 1, 'none')
            """)
        .params(id, reason.state().code(), reason.code(), before == null ? null : before.code())
        .update();
    return id;
  }
}
