package org.leadflow.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leadflow.lead.StateCode;
import org.leadflow.lead.StatusCode;

/** What became of the leads of one group, and what they were worth. */
final class SourceSums {

  static final List<StatusCode> REASONS = StatusCode.in(StateCode.DISQUALIFIED);

  private static final List<String> COUNTS =
      List.of("leads", "routed", "contacted", "qualified", "disqualified", "linked");

  private final Map<String, Long> counts = new TreeMap<>();
  private BigDecimal opportunities = BigDecimal.ZERO;
  private BigDecimal won = BigDecimal.ZERO;
  private BigDecimal pipeline = BigDecimal.ZERO;
  private BigDecimal revenue = BigDecimal.ZERO;
  private @Nullable BigDecimal cost;

  long leads() {
    return counts.getOrDefault("leads", 0L);
  }

  /** Some of its leads, all with one reason. */
  void counted(ResultSet row) throws SQLException {
    long leads = row.getLong("leads");
    add("leads", leads);
    add("routed", row.getLong("routed"));
    add("contacted", row.getLong("contacted"));
    StatusCode status = StatusCode.of(row.getInt("status_code")).orElseThrow();
    if (status.state() == StateCode.QUALIFIED) {
      add("qualified", leads);
    }
    if (status.state() == StateCode.DISQUALIFIED) {
      add("disqualified", leads);
      add(key(status), leads);
    }
  }

  /** So many of its leads have an opportunity that the reader sees. */
  void linked(long leads) {
    add("linked", leads);
  }

  /** How many of its leads, each with such a part of an opportunity, and what these are worth. */
  void worth(BigDecimal all, BigDecimal ofWon, BigDecimal open, BigDecimal earned) {
    opportunities = opportunities.add(all, Money.EXACT);
    won = won.add(ofWon, Money.EXACT);
    pipeline = pipeline.add(open, Money.EXACT);
    revenue = revenue.add(earned, Money.EXACT);
  }

  void cost(BigDecimal amount) {
    cost = cost == null ? amount : cost.add(amount, Money.EXACT);
  }

  void add(SourceSums other) {
    other.counts.forEach(this::add);
    worth(other.opportunities, other.won, other.pipeline, other.revenue);
    if (other.cost != null) {
      cost(other.cost);
    }
  }

  private void add(String count, long more) {
    counts.merge(count, more, Long::sum);
  }

  static String key(StatusCode reason) {
    return "reason" + reason.code();
  }

  /** By key of the column. */
  Map<String, Object> values(boolean withCost) {
    Map<String, Object> values = new HashMap<>();
    for (String count : COUNTS) {
      values.put(count, counts.getOrDefault(count, 0L));
    }
    REASONS.forEach(reason -> values.put(key(reason), counts.getOrDefault(key(reason), 0L)));
    values.remove("linked");
    part(values, "routedRate", "routed");
    part(values, "contactedRate", "contacted");
    part(values, "qualifiedRate", "qualified");
    part(values, "opportunityRate", "linked");
    values.put("opportunities", Money.rounded(opportunities, 3));
    values.put("won", Money.rounded(won, 3));
    values.put("pipeline", Money.rounded(pipeline));
    values.put("revenue", Money.rounded(revenue));
    if (leads() > 0) {
      values.put("valuePerLead", per(revenue, leads()));
    }
    if (withCost && cost != null) {
      values.put("cost", Money.rounded(cost));
      if (leads() > 0) {
        values.put("costPerLead", per(cost, leads()));
      }
      long qualified = counts.getOrDefault("qualified", 0L);
      if (qualified > 0) {
        values.put("costPerQualified", per(cost, qualified));
      }
      values.put("revenuePerCost", Money.rounded(revenue.divide(cost, Money.EXACT)));
    }
    return values;
  }

  /** Nothing but what it cost, by key of the column. */
  Map<String, Object> cost() {
    return cost == null ? Map.of() : Map.of("cost", Money.rounded(cost));
  }

  private void part(Map<String, Object> values, String key, String count) {
    if (leads() > 0) {
      values.put(
          key,
          BigDecimal.valueOf(counts.getOrDefault(count, 0L))
              .divide(BigDecimal.valueOf(leads()), 4, RoundingMode.HALF_UP));
    }
  }

  private static BigDecimal per(BigDecimal amount, long many) {
    return Money.rounded(amount.divide(BigDecimal.valueOf(many), Money.EXACT));
  }
}
