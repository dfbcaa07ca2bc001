package org.leadflow.rules.publishing;

import java.util.List;
import java.util.Optional;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.Verdict;
import org.leadflow.rules.house.LoadedRulebook;
import org.leadflow.rules.house.ReadySet;

/** What this node decides with. A set is replaced as a whole, between two questions. */
final class SetsAtWork implements Rulebook {

  private volatile LoadedRulebook now = new LoadedRulebook(List.of());

  /** Only the publisher's thread changes what is at work. */
  void put(ReadySet set) {
    now = now.with(set);
  }

  void remove(String ruleSet) {
    now = now.without(ruleSet);
  }

  /** All of it as it is now. */
  LoadedRulebook now() {
    return now;
  }

  Optional<RuleSet> ruleSet(String name) {
    return now.ruleSet(name);
  }

  @Override
  public Verdict ask(String ruleSet, LeadFacts facts) {
    return now.ask(ruleSet, facts);
  }

  @Override
  public boolean contains(String ruleSet) {
    return now.contains(ruleSet);
  }

  @Override
  public List<RuleSet> ruleSets() {
    return now.ruleSets();
  }
}
