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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
    Map<String, RuleSet> atWork = new TreeMap<>();
    rules.ruleSets().forEach(set -> atWork.put(set.name(), set));
    Set<String> names = new TreeSet<>(atWork.keySet());
    hits.keySet().forEach(key -> names.add(key.ruleSet));
    names.stream()
        .filter(name -> ReadableRules.areFor(callers.get(), name))
        .map(name -> table(name, atWork.get(name), hits))
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
            "Nobody is found when no rule names anybody, or when who was named could not take the lead; a lead that waits in a team or is offered to a partner has found somebody.",
            Notes.MERGED,
            "Hits are counted over all leads, also of those that are deleted since, by days of UTC, and are some seconds behind. Of rules that give points each decides.",
            "A rule that is no longer at work is told as removed when it fired in the period."),
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
        Line.total("All that nobody was found for", shares(all - found, all)),
        "leads");
  }

  private static Line line(String key, String label, long leads, long all) {
    return Line.group(key, label, shares(leads, all));
  }

  private static Map<String, Object> shares(long leads, long all) {
    Map<String, Object> values = new HashMap<>();
    values.put("leads", leads);
    if (all > 0) {
      values.put(
          "share",
          BigDecimal.valueOf(leads).divide(BigDecimal.valueOf(all), 4, RoundingMode.HALF_UP));
    }
    return values;
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

  private static Table table(String name, @Nullable RuleSet set, Map<Key, Hits> hits) {
    Map<String, String> sentences = new HashMap<>();
    hits.keySet().stream()
        .filter(key -> key.ruleSet.equals(name))
        .forEach(key -> sentences.put(key.ruleId, "Removed"));
    if (set != null) {
      set.rules().forEach(rule -> sentences.put(rule.id(), rule.sentence()));
    }
    List<Line> lines =
        sentences.entrySet().stream()
            .map(
                rule ->
                    line(rule.getKey(), rule.getValue(), hits.get(new Key(name, rule.getKey()))))
            .sorted(
                Comparator.comparingLong((Line line) -> (Long) line.values().get("fired"))
                    .reversed()
                    .thenComparing(Line::key))
            .toList();
    return Table.whole(
        name.replace('/', '~'),
        set == null ? name + " (removed)" : name,
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

  private static Line line(String ruleId, String sentence, @Nullable Hits hits) {
    Map<String, Object> values = new HashMap<>();
    values.put("sentence", sentence);
    values.put("fired", hits == null ? 0L : hits.fired);
    values.put("decided", hits == null ? 0L : hits.won);
    return Line.group(ruleId, ruleId, values);
  }
}
