package org.leadflow.reporting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The numbers of reports once more, in plain Java from the rows of the tables. */
final class CountedOnce {

  private static final Set<String> IN_THE_OFFICE =
      Set.of("anna", "dora", "freja", "mona", "emea-sales", "nordwind-sales");

  private final List<Row> leads;
  private final Map<Object, List<Row>> trail;
  private final Map<Object, List<Row>> decisions;
  private final Map<Object, List<Row>> requests;
  private final List<Row> events;
  private final Map<Object, Row> opportunities = new HashMap<>();
  private final Map<String, BigDecimal> rates = new HashMap<>();
  private final Map<String, String> partners = new HashMap<>();
  private final Map<String, List<String>> teams = new HashMap<>();

  /** A row by the names of its columns. */
  record Row(Map<String, Object> columns) {

    @Nullable String text(String column) {
      return Objects.toString(columns.get(column), null);
    }

    int number(String column) {
      return ((Number) columns.get(column)).intValue();
    }

    @Nullable Instant time(String column) {
      Object value = columns.get(column);
      if (value == null) {
        return null;
      }
      return value instanceof java.sql.Timestamp stamp
          ? stamp.toInstant()
          : ((java.time.OffsetDateTime) value).toInstant();
    }

    BigDecimal amount(String column) {
      return Objects.requireNonNullElse((BigDecimal) columns.get(column), BigDecimal.ZERO);
    }
  }

  CountedOnce(JdbcClient jdbc) {
    leads = rows(jdbc, "SELECT * FROM lead");
    trail = byLead(rows(jdbc, "SELECT * FROM lead_audit ORDER BY lead_id, seq"));
    decisions = byLead(rows(jdbc, "SELECT * FROM decision ORDER BY decided_on, decision_id"));
    requests =
        byLead(rows(jdbc, "SELECT * FROM customer_request ORDER BY received_on, request_id"));
    events = rows(jdbc, "SELECT * FROM deadline_event");
    rows(jdbc, "SELECT * FROM opportunity")
        .forEach(row -> opportunities.put(row.columns.get("opportunity_id"), row));
    rows(jdbc, "SELECT * FROM currency")
        .forEach(row -> rates.put(row.text("code"), row.amount("rate")));
    rows(jdbc, "SELECT * FROM team_member ORDER BY team_id")
        .forEach(
            row ->
                teams
                    .computeIfAbsent(row.text("user_id"), user -> new ArrayList<>())
                    .add(row.text("team_id")));
    for (String table : List.of("app_user", "team")) {
      rows(jdbc, "SELECT * FROM " + table)
          .forEach(row -> partners.put(row.text("id"), row.text("partner_id")));
    }
  }

  private static List<Row> rows(JdbcClient jdbc, String select) {
    return jdbc.sql(select).query().listOfRows().stream()
        .map(
            columns -> {
              Map<String, Object> named = new HashMap<>();
              columns.forEach((name, value) -> named.put(name.toLowerCase(), value));
              return new Row(named);
            })
        .toList();
  }

  /** Leads by group, of those that are seen. */
  Map<String, List<Row>> groups(Filter filter, Predicate<Row> seen) {
    Map<String, List<Row>> groups = new TreeMap<>();
    for (Row lead : leads) {
      if (isIn(filter, lead.time("created_on")) && seen.test(lead)) {
        groups
            .computeIfAbsent(key(filter, lead, lead.time("created_on")), key -> new ArrayList<>())
            .add(lead);
      }
    }
    return groups;
  }

  Map<String, List<Row>> eventGroups(Filter filter, Predicate<Row> seen) {
    Map<String, List<Row>> groups = new TreeMap<>();
    for (Row event : events) {
      String owner = Objects.requireNonNullElse(event.text("owner_user"), event.text("owner_team"));
      event.columns.put("owning_partner", partners.get(owner));
      if (isIn(filter, event.time("happened_on")) && seen.test(event)) {
        groups
            .computeIfAbsent(
                key(filter, event, event.time("happened_on")), key -> new ArrayList<>())
            .add(event);
      }
    }
    return groups;
  }

  private static boolean isIn(Filter filter, Instant time) {
    LocalDate day = time.atZone(filter.zone()).toLocalDate();
    return !day.isBefore(filter.from()) && !day.isAfter(filter.to());
  }

  private String key(Filter filter, Row row, Instant time) {
    String key =
        switch (filter.by()) {
          case SOURCE -> row.text("lead_source_code");
          case CAMPAIGN ->
              row.text("campaign_id") != null ? row.text("campaign_id") : row.text("utm_campaign");
          case UNIT -> row.text("owning_business_unit");
          case PARTNER -> row.text("owning_partner");
          case BROUGHT_BY -> row.text("channel_partner_id");
          case PRODUCT -> product(row);
          case OWNER -> row.text("owner_user");
          case TEAM -> team(row);
          case DEADLINE -> row.text("deadline");
          case MONTH -> YearMonth.from(time.atZone(filter.zone())).toString();
          default -> throw new IllegalArgumentException(filter.by().word());
        };
    return key == null ? Grouping.NONE : key;
  }

  private @Nullable String product(Row lead) {
    return of(requests, lead)
        .map(row -> row.text("product_interest"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable String team(Row row) {
    if (row.text("owner_team") != null) {
      return row.text("owner_team");
    }
    if (row.columns.containsKey("trail_length")) {
      List<Row> found =
          of(decisions, row).filter(each -> each.text("outcome").equals("ASSIGNED")).toList();
      if (!found.isEmpty() && found.get(found.size() - 1).text("pool_id") != null) {
        return found.get(found.size() - 1).text("pool_id");
      }
    }
    List<String> mine = teams.getOrDefault(row.text("owner_user"), List.of());
    return mine.stream()
        .filter(team -> !team.equals("triage"))
        .findFirst()
        .orElse(mine.isEmpty() ? null : "triage");
  }

  private static Map<Object, List<Row>> byLead(List<Row> rows) {
    return rows.stream().collect(Collectors.groupingBy(row -> row.columns.get("lead_id")));
  }

  private static Stream<Row> of(Map<Object, List<Row>> rows, Row lead) {
    return rows.getOrDefault(lead.columns.get("lead_id"), List.of()).stream();
  }

  /** What the report on sources tells of a group. */
  Map<String, String> worth(List<Row> group, Predicate<Row> seen) {
    Map<String, String> worth = new TreeMap<>();
    long all = group.size();
    put(worth, "leads", all);
    put(worth, "routed", count(group, lead -> happened(lead, "ASSIGNED") != null));
    put(worth, "contacted", count(group, lead -> lead.time("first_responded_on") != null));
    put(worth, "qualified", count(group, lead -> lead.number("state_code") == 1));
    put(worth, "disqualified", count(group, lead -> lead.number("state_code") == 2));
    for (int reason : new int[] {4, 5, 6, 7, 100000000, 100000001}) {
      put(worth, "reason" + reason, count(group, lead -> lead.number("status_code") == reason));
    }
    var sums =
        new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
    for (Row lead : group) {
      UUID link = (UUID) lead.columns.get("qualifying_opportunity_id");
      Row opportunity = link == null ? null : opportunities.get(link);
      if (opportunity == null || !seen.test(opportunity)) {
        continue;
      }
      BigDecimal shared =
          BigDecimal.valueOf(
              count(leads, other -> link.equals(other.columns.get("qualifying_opportunity_id"))));
      int state = opportunity.number("state_code");
      BigDecimal rate = rates.get(opportunity.text("transaction_currency_id"));
      BigDecimal one = BigDecimal.ONE.divide(shared, MathContext.DECIMAL128);
      sums[0] = sums[0].add(one);
      sums[1] = state == 1 ? sums[1].add(one) : sums[1];
      if (rate != null) {
        BigDecimal part = one.divide(rate, MathContext.DECIMAL128);
        sums[2] =
            state == 0
                ? sums[2].add(opportunity.amount("estimated_amount").multiply(part))
                : sums[2];
        sums[3] =
            state == 1 ? sums[3].add(opportunity.amount("actual_amount").multiply(part)) : sums[3];
      }
    }
    worth.put("opportunities", rounded(sums[0], 3));
    worth.put("won", rounded(sums[1], 3));
    worth.put("pipeline", rounded(sums[2], 2));
    worth.put("revenue", rounded(sums[3], 2));
    return worth;
  }

  /** The percentiles of a group. */
  Map<String, String> speed(List<Row> group, Measure measure) {
    Map<String, String> speed = new TreeMap<>();
    List<Long> raw = new ArrayList<>();
    List<Long> work = new ArrayList<>();
    for (Row lead : group) {
      Instant created = lead.time("created_on");
      Row event =
          switch (measure) {
            case ASSIGNMENT -> happened(lead, "ASSIGNED");
            case CONTACT -> happened(lead, "CONTACTED");
            case QUALIFICATION -> lead.number("state_code") == 1 ? last(lead, "QUALIFIED") : null;
          };
      if (event != null) {
        Instant at = event.time("at");
        raw.add(Duration.between(created, at).toSeconds());
        String owner =
            Objects.requireNonNullElse(event.text("owner_user"), event.text("owner_team"));
        work.add(
            IN_THE_OFFICE.contains(owner)
                ? office(created, at)
                : Duration.between(created, at).toSeconds());
      }
    }
    put(speed, "leads", group.size());
    put(speed, "done", raw.size());
    for (int percent : new int[] {50, 75, 90, 95}) {
      if (!raw.isEmpty()) {
        speed.put("p" + percent, percentile(raw, percent));
        speed.put("workP" + percent, percentile(work, percent));
      }
    }
    return speed;
  }

  private static long office(Instant from, Instant until) {
    Duration sum = Duration.ZERO;
    LocalDate last = until.atZone(Reporting.BERLIN).toLocalDate();
    for (LocalDate day = from.atZone(Reporting.BERLIN).toLocalDate();
        !day.isAfter(last);
        day = day.plusDays(1)) {
      boolean free =
          day.getDayOfWeek() == DayOfWeek.SATURDAY
              || day.getDayOfWeek() == DayOfWeek.SUNDAY
              || day.equals(LocalDate.of(2025, 12, 24));
      for (int[] hours : free ? new int[0][] : new int[][] {{9, 12}, {13, 17}}) {
        Instant begin = day.atTime(LocalTime.of(hours[0], 0)).atZone(Reporting.BERLIN).toInstant();
        Instant end = day.atTime(LocalTime.of(hours[1], 0)).atZone(Reporting.BERLIN).toInstant();
        begin = begin.isBefore(from) ? from : begin;
        end = end.isAfter(until) ? until : end;
        sum = begin.isBefore(end) ? sum.plus(Duration.between(begin, end)) : sum;
      }
    }
    return sum.toSeconds();
  }

  private static String percentile(List<Long> times, int percent) {
    List<Long> sorted = times.stream().sorted().toList();
    int rank = (int) Math.ceil(sorted.size() * percent / 100.0 - 1e-9);
    return String.valueOf(sorted.get(rank - 1));
  }

  private @Nullable Row happened(Row lead, String action) {
    return of(trail, lead)
        .filter(row -> row.text("action").equals(action))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Row last(Row lead, String action) {
    return of(trail, lead)
        .filter(row -> row.text("action").equals(action))
        .reduce((one, next) -> next)
        .orElse(null);
  }

  static long count(List<Row> rows, Predicate<Row> which) {
    return rows.stream().filter(which).count();
  }

  private static void put(Map<String, String> numbers, String key, long number) {
    numbers.put(key, String.valueOf(number));
  }

  private static String rounded(BigDecimal number, int places) {
    return number
        .setScale(12, RoundingMode.HALF_UP)
        .setScale(places, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
