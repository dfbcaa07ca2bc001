package org.leadflow.rules.drools;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.base.base.ValueResolver;
import org.drools.base.rule.consequence.Consequence;
import org.drools.core.rule.consequence.KnowledgeHelper;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.leadflow.rules.Fired;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Outcome;
import org.leadflow.rules.Rule;
import org.leadflow.rules.table.RowIndex;

/**
 * Collects what the rules of one decision insert. Who inserted it is known to Drools, so that no
 * rule has to repeat its id. A rule counts once, however many of its alternatives match.
 */
final class Outcomes extends DefaultRuleRuntimeEventListener {

  static final String NAME = "outcomes";

  private final Map<String, Rule> bySentence;
  private final LeadFacts facts;
  private final boolean everyRow;
  private final Map<String, Fired> fired = new LinkedHashMap<>();
  private volatile @Nullable Rule last;

  Outcomes(Map<String, Rule> bySentence, LeadFacts facts, boolean everyRow) {
    this.bySentence = bySentence;
    this.facts = facts;
    this.everyRow = everyRow;
  }

  @Override
  public void objectInserted(ObjectInsertedEvent event) {
    if (event.getRule() != null && event.getObject() instanceof Outcome outcome) {
      Rule rule = bySentence.get(event.getRule().getName());
      last = rule;
      fired.putIfAbsent(rule.id(), Fired.of(rule, outcome));
    }
  }

  Collection<Fired> fired() {
    return fired.values();
  }

  /** The rule that fired last, for a message; empty when none did. */
  String last() {
    Rule rule = last;
    return rule == null
        ? ""
        : "; the last to fire was %s (%s)".formatted(rule.id(), rule.sentence());
  }

  /** Finds and records the rows of a table. */
  record Rows(RowIndex index) implements Consequence<KnowledgeHelper> {

    @Override
    public String getName() {
      return "default";
    }

    @Override
    public void evaluate(KnowledgeHelper helper, ValueResolver resolver) {
      var outcomes = (Outcomes) resolver.getGlobal(NAME);
      List<Fired> found =
          outcomes.everyRow ? index.all(outcomes.facts) : index.best(outcomes.facts);
      found.forEach(each -> outcomes.fired.putIfAbsent(each.ruleId(), each));
    }
  }
}
