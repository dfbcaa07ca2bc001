package org.leadflow.rules.house;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.UnknownRuleSet;
import org.leadflow.rules.Verdict;

/** Some rule sets, each in one version; they never change. */
public final class LoadedRulebook implements Rulebook {

  private final Map<String, ReadySet> sets;

  /** A rulebook of these sets. */
  public LoadedRulebook(Collection<ReadySet> sets) {
    this.sets =
        sets.stream()
            .collect(
                Collectors.toMap(
                    each -> each.ruleSet().name(),
                    Function.identity(),
                    (one, other) -> one,
                    TreeMap::new));
  }

  /** The same with this set added, or in the place of the one of its name. */
  public LoadedRulebook with(ReadySet set) {
    var changed = new TreeMap<>(sets);
    changed.put(set.ruleSet().name(), set);
    return new LoadedRulebook(changed.values());
  }

  /** The same without the set of this name. */
  public LoadedRulebook without(String ruleSet) {
    var changed = new TreeMap<>(sets);
    changed.remove(ruleSet);
    return new LoadedRulebook(changed.values());
  }

  /** The set of this name; empty when there is none. */
  public Optional<RuleSet> ruleSet(String name) {
    return ready(name).map(ReadySet::ruleSet);
  }

  /** The set of this name with its compiled rules; empty when there is none. */
  public Optional<ReadySet> ready(String name) {
    return Optional.ofNullable(sets.get(name));
  }

  /** All sets with their compiled rules, by name. */
  public List<ReadySet> all() {
    return List.copyOf(sets.values());
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
