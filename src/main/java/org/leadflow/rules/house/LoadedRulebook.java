package org.leadflow.rules.house;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.UnknownRuleSet;
import org.leadflow.rules.Verdict;

/** The rule sets as they were read at start; they never change afterwards. */
final class LoadedRulebook implements Rulebook {

  private final Map<String, ReadySet> sets;

  LoadedRulebook(List<ReadySet> sets) {
    this.sets =
        sets.stream()
            .collect(
                Collectors.toMap(
                    each -> each.ruleSet().name(),
                    Function.identity(),
                    (one, other) -> one,
                    TreeMap::new));
  }

  @Override
  public Verdict ask(String ruleSet, LeadFacts facts) {
    ReadySet asked = sets.get(ruleSet);
    if (asked == null) {
      throw new UnknownRuleSet(ruleSet, sets.keySet());
    }
    return asked.rules().ask(facts);
  }

  @Override
  public boolean contains(String ruleSet) {
    return sets.containsKey(ruleSet);
  }

  @Override
  public List<RuleSet> ruleSets() {
    return sets.values().stream().map(ReadySet::ruleSet).toList();
  }
}
