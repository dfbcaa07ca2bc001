package org.leadflow.rules.drools;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.leadflow.rules.Fired;
import org.leadflow.rules.Outcome;
import org.leadflow.rules.Rule;

/**
 * Collects what the rules of one decision insert. Who inserted it is known to Drools, so that no
 * rule has to repeat its id. A rule counts once, however many of its alternatives match.
 */
final class Outcomes extends DefaultRuleRuntimeEventListener {

  private final Map<String, Rule> bySentence;
  private final Map<String, Fired> fired = new LinkedHashMap<>();

  Outcomes(Map<String, Rule> bySentence) {
    this.bySentence = bySentence;
  }

  @Override
  public void objectInserted(ObjectInsertedEvent event) {
    if (event.getRule() != null && event.getObject() instanceof Outcome outcome) {
      Rule rule = bySentence.get(event.getRule().getName());
      fired.putIfAbsent(
          rule.id(),
          new Fired(rule.id(), rule.sentence(), rule.owner(), rule.file(), rule.line(), outcome));
    }
  }

  Collection<Fired> fired() {
    return fired.values();
  }
}
