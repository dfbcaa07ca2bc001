package org.leadflow.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leadflow.access.CurrentCaller;
import org.leadflow.reporting.Report.Column;
import org.leadflow.reporting.Report.Kind;
import org.leadflow.reporting.Report.Line;
import org.leadflow.reporting.Report.Table;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.explain.ReadableRules;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often the rules at work fired, and for how many leads they found nobody. Rules are code and
 * not leads: how often one fires is counted over all leads, for whoever may read the rule.
 */
@Service
public class RuleReport {

  public static final List<Dimension> DIMENSIONS = List.of(Dimension.UNIT);

  private static final Map<String, String> NOBODY = new LinkedHashMap<>();

  static {
    NOBODY.put("no-unit-matched", "No rule named a unit or partner");
    NOBODY.put("no-rule-matched", "No rule of the unit took it");
    NOBODY.put("no-rules", "The unit has no rules");
    NOBODY.put("rules-conflict", "Rules contradicted each other");
    NOBODY.put("rules-failed", "A rule broke");
  }

  private static final String LEADS =
      """
      SELECT nobody AS g, count(*) AS many FROM (SELECT r.nobody FROM report_lead r WHERE %s) x GROUP BY nobody
      """;

  private final JdbcClient jdbc;
  private final Scope scope;
  private final CurrentCaller callers;
  private final Rulebook rules;
  private final Progress progress;

  RuleReport(
      JdbcClient jdbc, Scope scope, CurrentCaller callers, Rulebook rules, Progress progress) {
    this.jdbc = jdbc;
    this.scope = scope;
    this.callers = callers;
    this.rules = rules;
    this.progress = progress;
  }

  private record Key(String ruleSet, String ruleId) {}

  private record Hits(long fired, long won) {}

  /** The report for whoever is logged in: the leads first, then a table for each rule set. */
  @Transactional(readOnly = true)
  public Report of(Filter filter) {
    var tables = new ArrayList<Table>();
    tables.add(untaken(filter));
    Map<Key, Hits> hits = hits(filter);
    rules.ruleSets().stream()
        .filter(set -> ReadableRules.areFor(callers.get(), set.name()))
        .map(set -> table(set, hits))
        .forEach(tables::add);
    Progress.Reached reached = progress.of(Progress.LEADS);
    return new Report(
        "rules",
        "Rules",
        filter,
        reached.until(),
        reached.wentThrough() != null,
        null,
        List.of(),
        List.of(
            "Leads created in the period count, as the rules answered the last time; of units you may see.",
            "Hits are counted over all leads, by days of UTC, and are some seconds behind. Of rules that give points each decides."),
        tables);
  }

  private Table untaken(Filter filter) {
    Scope.Rows rows = scope.of(filter, "r", "created_on");
    Map<String, Long> counted = new HashMap<>();
    jdbc.sql(LEADS.formatted(rows.condition()))
        .params(rows.parameters())
        .query(
            (RowCallbackHandler)
                row -> {
                  String code = row.getString("g");
                  counted.put(code == null ? Grouping.NONE : code, row.getLong("many"));
                });
    long all = counted.values().stream().mapToLong(Long::longValue).sum();
    long found = counted.getOrDefault(Grouping.NONE, 0L);
    counted.remove(Grouping.NONE);
    var lines = new ArrayList<Line>();
    NOBODY.forEach(
        (code, label) -> lines.add(line(code, label, counted.getOrDefault(code, 0L), all)));
    counted.keySet().removeAll(NOBODY.keySet());
    // The rules named somebody who could not take it.
    counted.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each ->
                lines.add(
                    line(
                        each.getKey(),
                        "Rules named somebody, but: " + each.getKey().replace('-', ' '),
                        each.getValue(),
                        all)));
    return Table.whole(
        "nobody",
        "Leads that rules found nobody for",
        "Why",
        List.of(
            new Column("leads", "Leads", Kind.COUNT),
            new Column("share", "Of all leads", Kind.RATIO)),
        lines,
        line("total", "All that nobody was found for", all - found, all),
        "leads");
  }

  private static Line line(String key, String label, long leads, long all) {
    Map<String, Object> values = new HashMap<>();
    values.put("leads", leads);
    if (all > 0) {
      values.put(
          "share",
          BigDecimal.valueOf(leads).divide(BigDecimal.valueOf(all), 4, RoundingMode.HALF_UP));
    }
    return new Line(key, label, values);
  }

  private Map<Key, Hits> hits(Filter filter) {
    Map<Key, Hits> hits = new HashMap<>();
    jdbc.sql(
            """
            SELECT rule_set, rule_id, sum(fired) AS fired, sum(won) AS won FROM rule_hit
            WHERE hit_day >= ? AND hit_day <= ? GROUP BY rule_set, rule_id
            """)
        .params(Date.valueOf(filter.from()), Date.valueOf(filter.to()))
        .query(
            (RowCallbackHandler)
                row ->
                    hits.put(
                        new Key(row.getString("rule_set"), row.getString("rule_id")),
                        new Hits(row.getLong("fired"), row.getLong("won"))));
    return hits;
  }

  private static Table table(RuleSet set, Map<Key, Hits> hits) {
    List<Line> lines =
        set.rules().stream()
            .map(
                rule -> {
                  Hits counted = hits.getOrDefault(new Key(set.name(), rule.id()), new Hits(0, 0));
                  Map<String, Object> values = new HashMap<>();
                  values.put("sentence", rule.sentence());
                  values.put("fired", counted.fired);
                  values.put("decided", counted.won);
                  return new Line(rule.id(), rule.id(), values);
                })
            .sorted(
                Comparator.comparingLong((Line line) -> (Long) line.values().get("fired"))
                    .reversed()
                    .thenComparing(Line::key))
            .toList();
    return Table.whole(
        set.name().replace('/', '~'),
        set.name(),
        "Rule",
        List.of(
            new Column("sentence", "What it says", Kind.TEXT),
            new Column("fired", "Fired", Kind.COUNT),
            new Column("decided", "Decided", Kind.COUNT)),
        lines,
        null,
        "fired",
        "decided");
  }
}
