package org.leadflow.rules.house;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Condition;
import org.leadflow.rules.Fired;
import org.leadflow.rules.Rule;
import org.leadflow.rules.RuleSetFailed;
import org.leadflow.rules.analysis.Discovery;

/**
 * Finds conflicts between rules whose patterns nobody can compute: a lead of one's case and a lead
 * of the other's case may be one and the same lead.
 */
final class MergedCases {

  private static final int MOST_LEADS = 3000;

  private final Map<String, Rule> rules;
  private final CompiledRules compiled;
  private final Set<Set<String>> told;
  private final List<Discovery> conflicts = new ArrayList<>();
  private int asked;

  private MergedCases(List<Rule> rules, CompiledRules compiled, List<Discovery> known) {
    this.rules =
        rules.stream().collect(Collectors.toMap(Rule::id, Function.identity(), (one, two) -> one));
    this.compiled = compiled;
    this.told =
        known.stream()
            .filter(each -> each.kind() == Discovery.Kind.CONFLICT)
            .map(each -> Set.copyOf(each.rules()))
            .collect(Collectors.toCollection(HashSet::new));
  }

  static List<Discovery> conflicts(
      List<Rule> rules, List<Case> cases, CompiledRules compiled, List<Discovery> known) {
    var merged = new MergedCases(rules, compiled, known);
    List<Case> firing = cases.stream().filter(each -> !each.fires().isEmpty()).toList();
    for (int one = 0; one < firing.size(); one++) {
      for (int other = one + 1; other < firing.size() && merged.asked < MOST_LEADS; other++) {
        merged.look(firing.get(one), firing.get(other));
      }
    }
    return merged.conflicts;
  }

  private void look(Case one, Case other) {
    for (String first : one.fires()) {
      for (String second : other.fires()) {
        Rule a = rules.get(first);
        Rule b = rules.get(second);
        if (a != null && b != null && a != b && samePriority(a, b)) {
          ask(merged(what(a, one), what(b, other)));
        }
      }
    }
  }

  private void ask(@Nullable Map<String, String> lead) {
    if (lead == null || ++asked > MOST_LEADS) {
      return;
    }
    try {
      List<Fired> conflict = compiled.ask(CaseFacts.of(lead)).conflict();
      if (conflict.size() > 1) {
        tell(conflict, lead);
      }
    } catch (RuleSetFailed failed) {
      // The cases themselves tell about rules that break.
    }
  }

  /** What the rule asks for of the lead of the case. */
  private static Map<String, String> what(Rule rule, Case one) {
    Map<String, String> words = CaseFacts.words(one.lead());
    if (!rule.opaque()) {
      Set<String> facts =
          rule.conditions().stream()
              .flatMap(List::stream)
              .map(Condition::fact)
              .collect(Collectors.toSet());
      words.keySet().retainAll(facts);
    }
    return words;
  }

  private static boolean samePriority(Rule one, Rule other) {
    OptionalInt priority = rank(one);
    return priority.isPresent()
        && priority.equals(rank(other))
        && !one.outcomes().equals(other.outcomes());
  }

  private static OptionalInt rank(Rule rule) {
    return rule.outcomes().isEmpty() ? OptionalInt.empty() : rule.outcomes().get(0).rank();
  }

  /** Null when they say different things about a fact. */
  private static @Nullable Map<String, String> merged(
      Map<String, String> one, Map<String, String> other) {
    var lead = new TreeMap<>(one);
    for (Map.Entry<String, String> each : other.entrySet()) {
      String there = lead.putIfAbsent(each.getKey(), each.getValue());
      if (there != null && !there.equals(each.getValue())) {
        return null;
      }
    }
    return lead;
  }

  private void tell(List<Fired> conflict, Map<String, String> lead) {
    Fired first = conflict.get(0);
    Fired second =
        conflict.stream()
            .filter(each -> !each.outcome().equals(first.outcome()))
            .findFirst()
            .orElse(first);
    if (first == second || !told.add(Set.copyOf(List.of(first.ruleId(), second.ruleId())))) {
      return;
    }
    var shown = new LinkedHashMap<>(lead);
    shown.remove("today");
    conflicts.add(Discovery.conflict(rules.get(second.ruleId()), rules.get(first.ruleId()), shown));
  }
}
