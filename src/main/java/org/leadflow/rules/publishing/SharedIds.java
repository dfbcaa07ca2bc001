package org.leadflow.rules.publishing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.leadflow.rules.Finding;
import org.leadflow.rules.Rule;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.house.RuleFile;

/**
 * A rule's id belongs to one set. Sets that are published together are looked at together, so that
 * a rule may move from one to another.
 */
final class SharedIds {

  private SharedIds() {}

  /** The same, with a finding for each id that another set has, at work or among these. */
  static List<Examined> refused(List<Examined> together, Rulebook atWork) {
    Map<String, Examined> byName = new TreeMap<>();
    together.forEach(each -> byName.put(each.source().ruleSet(), each));
    boolean changed = true;
    while (changed) {
      changed = false;
      Map<String, Rule> owners = new HashMap<>();
      for (RuleSet set : atWork.ruleSets()) {
        Examined replaced = byName.get(set.name());
        if (replaced == null || !replaced.isGood()) {
          set.rules().forEach(rule -> owners.put(rule.id(), rule));
        }
      }
      for (Examined each : List.copyOf(byName.values())) {
        if (!each.isGood()) {
          continue;
        }
        List<Finding> findings = clashes(each, owners);
        if (!findings.isEmpty()) {
          byName.put(each.source().ruleSet(), each.with(findings));
          // Its rules at work stay, which may be in the way of another set.
          changed = true;
        }
      }
    }
    Map<String, Rule> owners = owners(byName, atWork);
    return byName.values().stream()
        .map(each -> each.isGood() ? each : each.with(furtherClashes(each, owners)))
        .toList();
  }

  /** Whoever mends a set that is refused anyway hears of this in the same answer. */
  private static List<Finding> furtherClashes(Examined refused, Map<String, Rule> owners) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : refused.rules()) {
      Rule other = owners.get(rule.id());
      if (other != null
          && !new RuleFile(other.file(), "").folder().equals(refused.source().ruleSet())) {
        findings.add(clash(rule, other));
      }
    }
    findings.removeAll(refused.findings());
    return findings;
  }

  private static Map<String, Rule> owners(Map<String, Examined> byName, Rulebook atWork) {
    Map<String, Rule> owners = new HashMap<>();
    for (RuleSet set : atWork.ruleSets()) {
      Examined replaced = byName.get(set.name());
      if (replaced == null || !replaced.isGood()) {
        set.rules().forEach(rule -> owners.put(rule.id(), rule));
      }
    }
    byName.values().stream()
        .filter(Examined::isGood)
        .flatMap(each -> each.rules().stream())
        .forEach(rule -> owners.putIfAbsent(rule.id(), rule));
    return owners;
  }

  private static List<Finding> clashes(Examined set, Map<String, Rule> owners) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : set.rules()) {
      Rule other = owners.get(rule.id());
      if (other != null) {
        findings.add(clash(rule, other));
      }
    }
    if (findings.isEmpty()) {
      set.rules().forEach(rule -> owners.put(rule.id(), rule));
    }
    return findings;
  }

  private static Finding clash(Rule rule, Rule other) {
    return new Finding(
        rule.place(),
        "the id %s belongs to another rule already: %s".formatted(rule.id(), other.place()));
  }
}
