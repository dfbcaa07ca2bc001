package org.leadflow.rules.explain;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Rule;
import org.leadflow.rules.RuleSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often the rules fired in the last days, over all nodes and all versions of a rule. */
@Component
public class Hits {

  private final JdbcClient jdbc;
  private final Clock clock;

  Hits(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The hits of one rule, under the id it keeps in every version.
   *
   * @param won how often it decided; rules that give points all decide
   * @param lastFired the last day (UTC) on which it fired, null when it did not
   */
  public record RuleHits(String ruleId, long fired, long won, @Nullable LocalDate lastFired) {}

  /**
   * Every rule that fired in these days, by its id; seconds behind what happens.
   *
   * @param days today counts as one
   */
  public Map<String, RuleHits> of(String ruleSet, int days) {
    LocalDate since = LocalDate.now(clock.withZone(ZoneOffset.UTC)).minusDays(days - 1L);
    return jdbc
        .sql(
            """
            SELECT rule_id, sum(fired) AS fired, sum(won) AS won, max(hit_day) AS last_fired
            FROM rule_hit WHERE rule_set = ? AND hit_day >= ? GROUP BY rule_id
            """)
        .params(ruleSet, Date.valueOf(since))
        .query(
            (row, number) ->
                new RuleHits(
                    row.getString("rule_id"),
                    row.getLong("fired"),
                    row.getLong("won"),
                    row.getDate("last_fired").toLocalDate()))
        .list()
        .stream()
        .collect(Collectors.toMap(RuleHits::ruleId, Function.identity()));
  }

  /** The rules of the set that did not fire in these days, by id. */
  public List<Rule> silent(RuleSet ruleSet, int days) {
    Map<String, RuleHits> hits = of(ruleSet.name(), days);
    return ruleSet.rules().stream().filter(rule -> !hits.containsKey(rule.id())).toList();
  }
}
