package org.leadflow.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadflow.access.Caller;
import org.leadflow.assignment.Fairness;
import org.leadflow.organization.Database;
import org.leadflow.organization.Role;
import org.leadflow.reporting.CountedOnce.Row;
import org.leadflow.reporting.Report.Line;

/**
 * Every number of every report is what plain Java counts from the rows of the tables, for whoever
 * asks, after a random history and again after more of it.
 */
class ReportNumbersTests {

  private static final String FROM = "2025-02-11";
  private static final String TO = "2026-11-20";

  /** Somebody, and which rows he may see, said in plain words. */
  private record Reader(Caller caller, Predicate<Row> seen) {}

  private static final List<Reader> READERS =
      List.of(
          new Reader(
              Reporting.somebody("ada", "root", null, Set.of(), Role.ADMINISTRATOR), row -> true),
          new Reader(
              Reporting.somebody("mona", "emea", null, Set.of(), Role.MANAGER),
              row ->
                  "mona".equals(row.text("owner_user"))
                      || Set.of("emea", "dach").contains(row.text("owning_business_unit"))),
          new Reader(
              Reporting.somebody("olivia", "americas", null, Set.of("americas-sales"), Role.SELLER),
              row ->
                  "olivia".equals(row.text("owner_user"))
                      || "americas-sales".equals(row.text("owner_team"))),
          new Reader(
              Reporting.somebody(
                  "freja", "emea", "nordwind", Set.of("nordwind-sales"), Role.MANAGER),
              row ->
                  "freja".equals(row.text("owner_user"))
                      || "nordwind-sales".equals(row.text("owner_team"))
                      || "nordwind".equals(row.text("owning_partner"))));

  @ParameterizedTest
  @EnumSource(Database.class)
  void everyNumberIsWhatPlainJavaCounts(Database database) {
    long seed = System.nanoTime();
    Clock clock = Clock.fixed(RandomHistory.NOW, ZoneOffset.UTC);
    try (var reporting = new Reporting(database, clock)) {
      var history = new RandomHistory(reporting.jdbc, seed);
      history.people();
      history.leads(140);
      reporting.count();
      compare(reporting, "at first, seed " + seed);
      history.goesOn(90);
      reporting.count();
      compare(reporting, "later, seed " + seed);
      history.productsAreAskedFor(130);
      reporting.count();
      compare(reporting, "with products, seed " + seed);

      // However a row came to be wrong, it does not stay so.
      assertThat(spoiled(reporting)).isPositive();
      goneThroughAgain(reporting);
      compare(reporting, "corrected, seed " + seed);

      // One before the time that was counted; its transaction took that long.
      long turns = turns(reporting);
      history.turn(RandomHistory.NOW.minus(Duration.ofMinutes(20)));
      reporting.jdbc.sql("UPDATE report_progress SET gone_through_on = NULL").update();
      reporting.count();
      reporting.count();
      assertThat(turns(reporting)).isEqualTo(turns + 1);

      // What the trail does not tell in time is found by going through everything.
      history.leads(10);
      reporting.jdbc.sql("UPDATE lead SET version = version + 1 WHERE status_code = 4").update();
      reporting.count();
      assertThat(behind(reporting)).isPositive();
      goneThroughAgain(reporting);
      assertThat(behind(reporting)).isZero();
    }
  }

  private static void goneThroughAgain(Reporting reporting) {
    reporting.jdbc.sql("UPDATE report_progress SET gone_through_on = NULL").update();
    reporting.count();
  }

  private static int spoiled(Reporting reporting) {
    return reporting
        .jdbc
        .sql(
            """
            UPDATE report_lead SET campaign = 'wrong', team_id = NULL, contact_seconds = 1, opportunity_leads = 7
            WHERE owner_user = 'anna'
            """)
        .update();
  }

  private static long turns(Reporting reporting) {
    return reporting.jdbc.sql("SELECT sum(turns) FROM report_turn").query(Long.class).single();
  }

  private static int behind(Reporting reporting) {
    return reporting
        .jdbc
        .sql(
            """
            SELECT count(*) FROM lead l LEFT JOIN report_lead r ON r.lead_id = l.lead_id
            WHERE r.lead_id IS NULL OR r.lead_version <> l.version
            """)
        .query(Integer.class)
        .single();
  }

  private static void compare(Reporting reporting, String when) {
    var once = new CountedOnce(reporting.jdbc);
    for (Reader reader : READERS) {
      reporting.logIn(reader.caller());
      for (String unit : new String[] {null, "emea"}) {
        for (Dimension by : SourceReport.DIMENSIONS) {
          if (by != Dimension.WEEK && by != Dimension.QUARTER) {
            Filter filter = reporting.filter(FROM, TO, by.word(), unit, null);
            String about = "%s: %s by %s in %s".formatted(when, reader.caller().userId(), by, unit);
            sources(reporting, once, reader, filter, about);
          }
        }
        for (Measure measure : Measure.values()) {
          Filter filter = reporting.filter(FROM, TO, "source", unit, measure.word());
          speed(reporting, once, reader, filter, when + ": " + reader.caller().userId() + measure);
        }
        for (String by : List.of("deadline", "owner", "team", "unit", "source", "month")) {
          Filter filter = reporting.filter(FROM, TO, by, unit, null);
          deadlines(reporting, once, reader, filter, when + ": " + reader.caller().userId() + by);
        }
      }
    }
    turns(reporting, when);
  }

  private static void sources(
      Reporting reporting, CountedOnce once, Reader reader, Filter filter, String about) {
    Report report = reporting.the(SourceReport.class).of(filter, 1000);
    Map<String, Map<String, String>> expected = new TreeMap<>();
    once.groups(filter, seen(reader, filter))
        .forEach((key, group) -> expected.put(key, once.worth(group, reader.seen())));
    Set<String> keys = new HashSet<>();
    expected.values().forEach(each -> keys.addAll(each.keySet()));
    assertThat(told(report, keys)).as(about).isEqualTo(expected);
    Line total = Objects.requireNonNull(report.tables().get(0).total());
    assertThat(total.values().get("leads"))
        .as(about)
        .isEqualTo(
            expected.values().stream().mapToLong(each -> Long.parseLong(each.get("leads"))).sum());
  }

  private static void speed(
      Reporting reporting, CountedOnce once, Reader reader, Filter filter, String about) {
    Map<String, Map<String, String>> expected = new TreeMap<>();
    once.groups(filter, seen(reader, filter))
        .forEach((key, group) -> expected.put(key, once.speed(group, filter.measure())));
    Set<String> keys =
        Set.of(
            "leads", "done", "p50", "p75", "p90", "p95", "workP50", "workP75", "workP90",
            "workP95");
    assertThat(told(reporting.the(SpeedReport.class).of(filter, 1000), keys))
        .as(about)
        .isEqualTo(expected);
  }

  private static void deadlines(
      Reporting reporting, CountedOnce once, Reader reader, Filter filter, String about) {
    Map<String, Map<String, String>> expected = new TreeMap<>();
    Map<String, String> kinds =
        Map.of(
            "met",
            "MET",
            "late",
            "LATE",
            "rerouted",
            "REROUTED",
            "missed",
            "MISSED",
            "reminded",
            "REMINDED",
            "waiting",
            "WAITING");
    once.eventGroups(filter, seen(reader, filter))
        .forEach(
            (key, group) -> {
              Map<String, String> numbers = new TreeMap<>();
              kinds.forEach(
                  (name, kind) ->
                      numbers.put(
                          name,
                          "" + CountedOnce.count(group, row -> kind.equals(row.text("what")))));
              long met = Long.parseLong(numbers.get("met"));
              long due = met + Long.parseLong(numbers.get("missed"));
              if (due > 0) {
                numbers.put(
                    "kept",
                    BigDecimal.valueOf(met)
                        .divide(BigDecimal.valueOf(due), 4, RoundingMode.HALF_UP)
                        .toPlainString());
              }
              expected.put(key, numbers);
            });
    Set<String> keys = new HashSet<>(kinds.keySet());
    keys.add("kept");
    assertThat(told(reporting.the(DeadlineReport.class).of(filter, 1000), keys))
        .as(about)
        .isEqualTo(expected);
  }

  /** The turns of all the time, as the pool itself adds them up. */
  private static void turns(Reporting reporting, String when) {
    reporting.logIn(READERS.get(0).caller());
    Map<String, Double> all = new TreeMap<>();
    reporting
        .the(Fairness.class)
        .shares(Set.of("emea-sales"), Instant.EPOCH, RandomHistory.NOW.minusSeconds(30))
        .shares()
        .forEach(share -> turnsOf(all, share.userId(), share.turns(), share.target()));
    Map<String, Double> told = new TreeMap<>();
    reporting
        .jdbc
        .sql(
            "SELECT user_id, sum(turns) AS turns, sum(target) AS target FROM report_turn GROUP BY user_id")
        .query()
        .listOfRows()
        .forEach(
            row ->
                turnsOf(
                    told,
                    row.get("user_id").toString(),
                    ((Number) row.get("turns")).longValue(),
                    ((Number) row.get("target")).doubleValue()));
    assertThat(all).as(when).isNotEmpty();
    // What is deleted since was a turn all the same.
    assertThat(told.keySet()).containsAll(all.keySet());
    all.forEach((user, share) -> assertThat(told.get(user)).isGreaterThan(share - 1e-6));
    if (when.startsWith("at first")) {
      assertThat(told.keySet()).isEqualTo(all.keySet());
      all.forEach((user, share) -> assertThat(told.get(user)).isCloseTo(share, within(1e-6)));
    }
  }

  private static void turnsOf(Map<String, Double> all, String user, long turns, double target) {
    all.merge(user + " turns", (double) turns, Double::sum);
    all.merge(user + " target", target, Double::sum);
  }

  private static Predicate<Row> seen(Reader reader, Filter filter) {
    return filter.unit() == null
        ? reader.seen()
        : reader
            .seen()
            .and(row -> Set.of("emea", "dach").contains(row.text("owning_business_unit")));
  }

  /** What the report tells of groups that are not empty, with these keys. */
  private static Map<String, Map<String, String>> told(Report report, Set<String> keys) {
    Map<String, Map<String, String>> told = new TreeMap<>();
    for (Line line : report.tables().get(0).lines()) {
      Map<String, String> numbers = new TreeMap<>();
      line.values()
          .forEach(
              (key, value) -> {
                if (keys.contains(key)) {
                  numbers.put(key, value.toString());
                }
              });
      boolean empty = numbers.values().stream().allMatch(number -> number.matches("[0.]+"));
      if (!empty) {
        told.put(line.key(), numbers);
      }
    }
    return told;
  }
}
