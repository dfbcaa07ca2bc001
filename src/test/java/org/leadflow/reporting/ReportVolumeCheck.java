package org.leadflow.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.leadflow.access.Caller;
import org.leadflow.core.Time;
import org.leadflow.organization.Database;
import org.leadflow.organization.Role;

/**
 * How long reports take with many leads on PostgreSQL: for every report, grouped by everything it
 * can be grouped by and over all the time, prints the time it takes an administrator, a manager and
 * a seller. And how fast leads are counted for the first time and again, with a tenth of the leads.
 * Takes minutes, so it has a command of its own: {@code mvn test -Dtest=ReportVolumeCheck
 * -Dleads=1000000}.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS)
class ReportVolumeCheck {

  private static final int LEADS = Integer.getInteger("leads", 100_000);
  private static final int TIMES = 3;
  private static final double LONGEST = 2.0;

  private static final List<Caller> READERS =
      List.of(
          Reporting.somebody("user-1", "root", null, Set.of(), Role.ADMINISTRATOR),
          Reporting.somebody("user-2", "unit-3", null, Set.of(), Role.MANAGER),
          Reporting.somebody("user-3", "unit-3", null, Set.of("team-3"), Role.SELLER));

  @Test
  void everyReportTakesLessThanTwoSeconds() throws IOException {
    with(
        reporting -> {
          timed("%,d leads written as counted".formatted(LEADS), () -> fill(reporting, COUNTED));
          measure(reporting);
        });
  }

  @Test
  void countingKeepsUp() throws IOException {
    with(
        reporting -> {
          timed("%,d leads written".formatted(LEADS / 10), () -> fill(reporting, UNCOUNTED));
          timed("counted for the first time", reporting::count);
          timed("gone through again", () -> again(reporting));
          timed("nothing changed", reporting.the(Counting.class)::count);
          reporting.jdbc.sql("UPDATE lead SET version = version + 1").update();
          reporting
              .jdbc
              .sql(
                  "UPDATE report_progress SET counted_until = DATE '2000-01-01' WHERE part = 'leads'")
              .update();
          timed("everything changed", reporting.the(Counting.class)::count);
        });
  }

  private static void with(Consumer<Reporting> work) throws IOException {
    try (var server =
            EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "512MB")
                // So that filling the tables takes less time; reading is as ever.
                .setServerConfig("fsync", "off")
                .setServerConfig("max_wal_size", "8GB")
                .start();
        HikariDataSource source = Database.migrated(server.getJdbcUrl("postgres", "postgres"));
        var reporting = new Reporting(source, Time.inMicroseconds(), 1000)) {
      work.accept(reporting);
    }
  }

  private static void measure(Reporting reporting) {
    String from = LocalDate.now().minusYears(3).toString();
    String to = LocalDate.now().toString();
    List<String> slow = new ArrayList<>();
    for (Caller reader : READERS) {
      reporting.logIn(reader);
      String who = reader.roles().iterator().next().name().toLowerCase(Locale.ROOT);
      for (Dimension by : SourceReport.DIMENSIONS) {
        Filter filter = reporting.filter(from, to, by.word(), null, null);
        measure(
            who + " sources by " + by.word(),
            () -> reporting.the(SourceReport.class).of(filter, 5000),
            slow);
      }
      for (Dimension by : SpeedReport.DIMENSIONS) {
        Filter filter = reporting.filter(from, to, by.word(), null, "contact");
        measure(
            who + " speed by " + by.word(),
            () -> reporting.the(SpeedReport.class).of(filter, 5000),
            slow);
      }
      for (Dimension by : DeadlineReport.DIMENSIONS) {
        Filter filter = reporting.filter(from, to, by.word(), null, null);
        measure(
            who + " deadlines by " + by.word(),
            () -> reporting.the(DeadlineReport.class).of(filter, 5000),
            slow);
      }
      Filter filter = reporting.filter(from, to, "owner", null, null);
      measure(who + " fairness", () -> reporting.the(FairnessReport.class).of(filter), slow);
      measure(who + " rules", () -> reporting.the(RuleReport.class).of(filter), slow);
    }
    assertThat(slow).as("slower than two seconds").isEmpty();
  }

  private static void measure(String what, Supplier<Report> report, List<String> slow) {
    List<Double> took = new ArrayList<>();
    int rows = 0;
    for (int i = 0; i < TIMES; i++) {
      long begun = System.nanoTime();
      rows = report.get().tables().stream().mapToInt(table -> table.lines().size()).sum();
      took.add((System.nanoTime() - begun) / 1e9);
    }
    took.sort(Double::compareTo);
    double longest = took.get(TIMES - 1);
    System.out.printf(
        "%-40s %5d rows  %6.0f ms, at most %6.0f ms%n",
        what, rows, took.get(TIMES / 2) * 1000, longest * 1000);
    if (longest > LONGEST) {
      slow.add("%s: %.1f s".formatted(what, longest));
    }
  }

  private static void again(Reporting reporting) {
    reporting.jdbc.sql("UPDATE report_progress SET gone_through_on = NULL").update();
    reporting.count();
  }

  private static void timed(String what, Runnable work) {
    long begun = System.nanoTime();
    work.run();
    System.out.printf("%-40s %6.1f s%n", what, (System.nanoTime() - begun) / 1e9);
  }

  private static void fill(Reporting reporting, List<String> statements) {
    int leads = statements == COUNTED ? LEADS : LEADS / 10;
    Stream.of(PEOPLE, statements, List.of("DROP TABLE filled", "VACUUM ANALYZE"))
        .flatMap(List::stream)
        .forEach(
            statement ->
                reporting.jdbc.sql(statement.replace("{leads}", String.valueOf(leads))).update());
  }

  private static final List<String> PEOPLE =
      List.of(
          "INSERT INTO business_unit (id, name, parent_id) SELECT 'unit-' || n, 'Unit ' || n, 'root' FROM generate_series(1, 20) n",
          "INSERT INTO channel_partner (id, name, business_unit_id) SELECT 'partner-' || n, 'Partner ' || n, 'unit-' || n FROM generate_series(1, 10) n",
          "INSERT INTO team (id, name, business_unit_id) SELECT 'team-' || n, 'Team ' || n, 'unit-' || (n % 20 + 1) FROM generate_series(1, 50) n",
          "INSERT INTO pool (team_id, turn) SELECT 'team-' || n, 0 FROM generate_series(1, 50) n",
          """
          INSERT INTO app_user (id, name, business_unit_id, active)
          SELECT 'user-' || n, 'User ' || n, 'unit-' || (n % 20 + 1), TRUE FROM generate_series(1, 500) n
          """,
          "INSERT INTO working_calendar (id, name, time_zone) VALUES ('office', 'Office', 'Europe/Berlin')",
          "INSERT INTO working_hours SELECT 'office', n, 540, 1020 FROM generate_series(1, 5) n",
          "UPDATE business_unit SET calendar_id = 'office' WHERE id <> 'root'",
          "INSERT INTO currency (code, rate) VALUES ('USD', 1.085), ('GBP', 0.856)",
          """
          INSERT INTO account (account_id, version, name, owner_user, owning_business_unit, created_on, created_by)
          VALUES ('00000000-0000-7000-8000-000000000000', 0, 'x', 'user-1', 'unit-1', now(), 'x')
          """,
          """
          CREATE TABLE filled AS SELECT n, now() - random() * interval '1000 days' AS created, random() AS fate, random() AS contact,
            floor(random() * 500)::int + 1 AS owner, floor(exp(random() * 13))::int AS first, floor(random() * 40)::int AS campaign
          FROM generate_series(1, {leads}) n
          """,
          "ALTER TABLE filled ADD COLUMN id uuid DEFAULT gen_random_uuid()",
          """
          INSERT INTO opportunity (opportunity_id, version, name, state_code, status_code, stage, parent_account_id,
            transaction_currency_id, estimated_amount, actual_amount, description, owner_user, owning_business_unit,
            created_on, created_by)
          SELECT id, 0, 'An opportunity of some kind', state, CASE state WHEN 0 THEN 1 WHEN 1 THEN 3 ELSE 4 END, 'DEVELOP',
            '00000000-0000-7000-8000-000000000000', (ARRAY['EUR', 'USD', 'GBP'])[owner % 3 + 1], 1000 + n % 90000,
            CASE WHEN state = 1 THEN 1000 + n % 80000 END, repeat('x', 100), 'user-' || owner,
            'unit-' || (owner % 20 + 1), created, 'x'
          FROM (SELECT f.*, n % 3 AS state FROM filled f WHERE fate < 0.25) o
          """);

  /** Leads, as the product writes them. */
  private static final List<String> UNCOUNTED =
      List.of(
          """
          INSERT INTO lead (lead_id, version, subject, first_name, last_name, company_name, email_address1, description,
            lead_source_code, campaign_id, channel_partner_id, state_code, status_code, reason_before_closing, owner_user,
            owning_business_unit, intake_channel, assignment_version, routing_hops, qualifying_opportunity_id, assigned_on,
            first_responded_on, created_on, created_by, modified_on, modified_by, trail_length, trail_hash)
          SELECT id, 3, 'Subject of the lead', 'First', 'Last' || n, 'Company ' || n, 'mail' || n || '@example.com',
            repeat('x', 300), n % 10 + 1, CASE WHEN campaign > 5 THEN 'campaign-' || campaign END,
            CASE WHEN n % 7 = 0 THEN 'partner-' || (n % 10 + 1) END,
            CASE WHEN fate < 0.3 THEN 1 WHEN fate < 0.8 THEN 2 ELSE 0 END,
            CASE WHEN fate < 0.3 THEN 3 WHEN fate < 0.8 THEN 4 + n % 4 ELSE 1 END,
            CASE WHEN fate < 0.8 THEN 1 END, 'user-' || owner, 'unit-' || (owner % 20 + 1), 'API', 1, 1,
            CASE WHEN fate < 0.25 THEN id END, created + interval '1 second',
            CASE WHEN contact < 0.8 THEN created + first * interval '1 second' END, created, 'x', created, 'x', 3, 'x'
          FROM filled
          """,
          """
          INSERT INTO lead_audit (lead_id, seq, at, actor, door, action, state_code, status_code, owner_user, hash)
          SELECT id, s, created + s * interval '1 second', 'x', 'API',
            CASE s WHEN 1 THEN 'CREATED' WHEN 2 THEN 'ASSIGNED' ELSE CASE WHEN fate < 0.3 THEN 'QUALIFIED' ELSE 'CONTACTED' END END,
            0, 1, 'user-' || owner, n || '-' || s FROM filled, generate_series(1, 3) s
          """,
          """
          INSERT INTO decision (decision_id, lead_id, question, decided_on, code, sentence, owner_user, pool_id,
            explanation, outcome)
          SELECT gen_random_uuid(), id, 'ROUTING', created,
            CASE WHEN n % 20 = 0 THEN 'no-rule-matched' ELSE 'routed' END, 'x', 'user-' || owner, 'team-' || (owner % 50 + 1),
            '{"pool": {"tieBreak": "turn"}, "candidates": [{"userId": "user-' || owner || '", "name": "X", "eligible": true}]}',
            CASE WHEN n % 20 = 0 THEN 'TRIAGE' ELSE 'ASSIGNED' END
          FROM filled
          """,
          """
          INSERT INTO customer_request (request_id, version, lead_id, text, product_interest, channel, received_on,
            created_on, created_by)
          SELECT gen_random_uuid(), 0, id, 'x', 'Product ' || (n % 25), 'API', created, created, 'x' FROM filled WHERE n % 3 = 0
          """);

  /** What reports read, as counting writes it. */
  private static final List<String> COUNTED =
      List.of(
          """
          INSERT INTO report_lead (lead_id, lead_version, created_on, owner_user, owning_business_unit, state_code,
            status_code, lead_source_code, campaign, product, channel_partner_id, team_id, assignment_seconds,
            assignment_work, contact_seconds, contact_work, qualification_seconds, qualification_work, nobody,
            opportunity_id, opportunity_leads)
          SELECT id, 3, created, 'user-' || owner, 'unit-' || (owner % 20 + 1),
            CASE WHEN fate < 0.3 THEN 1 WHEN fate < 0.8 THEN 2 ELSE 0 END,
            CASE WHEN fate < 0.3 THEN 3 WHEN fate < 0.8 THEN 4 + n % 4 ELSE 1 END, n % 10 + 1,
            CASE WHEN campaign > 5 THEN 'campaign-' || campaign END, CASE WHEN n % 3 = 0 THEN 'Product ' || (n % 25) END,
            CASE WHEN n % 7 = 0 THEN 'partner-' || (n % 10 + 1) END, 'team-' || (owner % 50 + 1), n % 30, 0,
            CASE WHEN contact < 0.8 THEN first END, CASE WHEN contact < 0.8 THEN first / 4 END,
            CASE WHEN fate < 0.3 THEN first * 5 END, CASE WHEN fate < 0.3 THEN first END,
            CASE WHEN n % 20 = 0 THEN 'no-rule-matched' END, CASE WHEN fate < 0.25 THEN id END,
            CASE WHEN fate < 0.25 THEN 1 END
          FROM filled
          """,
          "ALTER TABLE deadline_event DROP CONSTRAINT deadline_event_lead_id_fkey",
          """
          INSERT INTO deadline_event (event_id, lead_id, deadline, what, happened_on, due_on, owner_user,
            owning_business_unit, grade, lead_source_code)
          SELECT gen_random_uuid(), id, CASE s WHEN 1 THEN 'FIRST_RESPONSE' ELSE 'QUALIFICATION' END,
            (ARRAY['MET', 'MET', 'LATE', 'MISSED', 'REMINDED', 'REROUTED'])[(n + s) % 6 + 1],
            created + first * interval '1 second', created, 'user-' || owner, 'unit-' || (owner % 20 + 1),
            substr('ABCD', n % 4 + 1, 1), n % 10 + 1
          FROM filled, generate_series(1, 2) s
          """,
          """
          INSERT INTO report_turn (team_id, user_id, turn_hour, turns, target)
          SELECT 'team-' || (u % 50 + 1), 'user-' || u, date_trunc('hour', now()) - h * interval '1 hour', 2, 1.9
          FROM generate_series(1, 500) u, generate_series(1, 1000) h
          """,
          "INSERT INTO rule_hit SELECT 'routing/company', 'v', 'RULE-' || r, current_date - d, 10, 5 FROM generate_series(1, 200) r, generate_series(0, 999) d");
}
