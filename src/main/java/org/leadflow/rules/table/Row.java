package org.leadflow.rules.table;

import java.util.List;
import org.leadflow.rules.Condition;
import org.leadflow.rules.Fired;
import org.leadflow.rules.Outcome;
import org.leadflow.rules.Rule;

/**
 * One row of a routing table.
 *
 * @param rule what it says; one alternative, one outcome
 * @param priority of its outcome
 * @param conditions all of which have to hold; in contrast to those of the rule, one that asks how
 *     a text starts may have several values
 * @param fired what is recorded when it decides
 */
public record Row(Rule rule, int priority, List<Condition> conditions, Fired fired) {

  static Row of(Rule rule, int priority, List<Condition> conditions) {
    Outcome outcome = rule.outcomes().get(0);
    return new Row(rule, priority, conditions, Fired.of(rule, outcome));
  }
}
